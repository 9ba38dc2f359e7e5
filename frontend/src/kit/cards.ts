import { watch } from 'vue'
import { bigFont } from '@/language/fontSize'
import './table.css'

/**
 * Where a list's rows are cards and no table: on a telephone, and in the elders' view, whose columns need more room, on
 * any window that is not an office's screen. The page says so to all its lists (`html.cards`).
 */
const PHONE = window.matchMedia('(max-width: 48em)')
const NO_DESK = window.matchMedia('(max-width: 80em)')

function look(): void {
  const { classList } = document.documentElement
  classList.toggle('cards', (classList.contains('big') ? NO_DESK : PHONE).matches)
}
look()
watch(bigFont, look, { flush: 'post' })
window.addEventListener('resize', look)
