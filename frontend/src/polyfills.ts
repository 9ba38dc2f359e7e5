/**
 * What our libraries use and chrome80 or safari14 lack. Syntax is lowered by the build; our own code does
 * without these (eslint.config.js says so). vue-query calls Array.at and Object.hasOwn.
 */
export {}

function at<T>(this: ArrayLike<T>, index: number): T | undefined {
  const whole = Math.trunc(index) || 0
  return this[whole < 0 ? this.length + whole : whole]
}

function provide(target: object, name: string, value: unknown): void {
  if (name in target) return
  Object.defineProperty(target, name, { value, writable: true, configurable: true })
}

provide(Array.prototype, 'at', at)
provide(Object, 'hasOwn', (object: object, key: PropertyKey) => Object.prototype.hasOwnProperty.call(object, key))
