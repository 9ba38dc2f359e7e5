import { describe, expect, it } from 'vitest'
import type { Person } from '@/api/wishes'
import { differences, personDraft } from '@/portal/wishes/editing'

const person: Person = {
  id: '1', masked: true, name: 'M**', phone: '139****0422', phone_is_landline: false, without_phone: false, address: 'Riverside', sex: 'female',
  age: null, is_child: false, categories: ['senior'], situation: null, guardian_name: '', guardian_relation: '',
}

describe('correcting a resident', () => {
  it('never sends a masked value back', () => {
    const before = personDraft(person)
    expect(differences(before, { ...before, age: '70' })).toEqual({ age: '70' })
  })

  it('replaces what was typed over', () => {
    const before = personDraft(person)
    expect(differences(before, { ...before, phone: '13900120001' })).toEqual({ phone: '13900120001' })
  })

  it('sends nothing when nothing changed', () => {
    const open = personDraft({ ...person, masked: false })
    expect(differences(open, { ...open, categories: [...open.categories] })).toEqual({})
  })

  it('tells an emptied number apart from a nought', () => {
    const before = { ...personDraft(person), age: '7' }
    expect(differences(before, { ...before, age: '' })).toEqual({ age: null })
    expect(differences(before, { ...before, age: '0' })).toEqual({ age: '0' })
  })
})
