/** +8613900120422 → 139 0012 0422; a masked or a landline number stays as it is, less the country's code. */
export function phoneText(phone: string): string {
  const local = phone.replace(/^\+86/, '')
  return /^1\d{10}$/.test(local) ? `${local.slice(0, 3)} ${local.slice(3, 7)} ${local.slice(7)}` : phone.startsWith('+86') ? `0${local}` : local
}
