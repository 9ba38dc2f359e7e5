import { ref } from 'vue'

/** A session has ended while somebody was typing: they log in where they are, and what they typed stays before them. */
export const signsInAgain = ref(false)
