import { ref } from 'vue'

/** How many feet are on the page: the shell leaves room below and lifts its messages. */
export const feet = ref(0)
