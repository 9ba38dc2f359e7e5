import { defineComponent, h, ref, type AsyncComponentLoader, type Component, type VNode } from 'vue'
import { current, currentLocale, load, type Texts } from './language'
import { part } from './loading'

// What comes later than its face: the texts of a page, and dialogs.

// Only these: each face that is shown would carry a line for each of them.
const files = import.meta.glob<{ default: Texts }>('./{zh,en}/{portal/*,closing,form,messages}.json', { base: './language' })
const here = new Set<string>()

/**
 * A page, or a part of one, that comes with texts of its own: both are fetched beside each other and it is seen when both are
 * there. `portal/wish` holds keys that begin with `portal.`, as the face's own file does.
 */
export const withTexts =
  <Module>(names: string[], loader: () => Promise<Module>) =>
  async (): Promise<Module> => {
    const fresh = names.filter((name) => !here.has(name))
    const [module, parts] = await Promise.all([loader(), load(currentLocale(), fresh, files)])
    parts.forEach((part, index) => {
      if (!here.has(fresh[index]!)) current.add(part)
      here.add(fresh[index]!)
    })
    return module
  }

/** A dialog that is fetched when it is first opened, and stays: it gives the focus back. Used like the dialog itself. */
export function dialog<Dialog extends Component>(loader: () => Promise<{ default: Dialog }>): Dialog {
  const inner = part(loader as AsyncComponentLoader)
  const whenOpened = defineComponent({
    name: 'WhenOpened',
    inheritAttrs: false,
    setup(_, { attrs }) {
      let wanted = false
      const there = ref(false)
      // It fills its fields when it sees that it is opened: so it comes closed first. (The hook runs for what holds its place, too.)
      const onVnodeMounted = ({ type }: VNode) => {
        if (type !== inner) there.value = true
      }
      return () => {
        wanted = wanted || Boolean(attrs.open)
        return wanted ? h(inner, { ...attrs, open: Boolean(attrs.open) && there.value, onVnodeMounted }) : null
      }
    },
  })
  return whenOpened as unknown as Dialog
}
