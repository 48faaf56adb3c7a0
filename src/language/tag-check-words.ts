import type { CheckWords } from './check-words.ts'

export type TagCheckWord =
  | 'empty-number'
  | 'virtual-machine'
  | 'not-in-finance'
  | 'location-blank'
  | 'location-not-in-classifier'
  | 'ambiguous-location'
  | 'refused-in-books'
  | 'tag-incomplete'
  | 'tag-unwritable'
  | 'protected'
  | 'duplicate-not-tagged'
  | 'duplicate-number'
  | 'finance-not-in-ocs'
  | 'asset-location-blank'

/** The checks over OCS and the two workbooks; what each says, and what to do about it. */
export const TAG_CHECK_WORDS: Record<TagCheckWord, CheckWords> = {
  'empty-number': {
    title: {
      en: 'Computer without an inventory number',
      es: 'Computadora sin número de inventario',
    },
    says: {
      en: 'OCS knows the computer, and its inventory number is blank or a word for none, so nothing tells where it belongs. Enter the number of its label in OCS.',
      es: 'OCS conoce la computadora, y su número de inventario está en blanco o es una palabra que significa ninguno, así que nada dice dónde va. Escriba en OCS el número de su etiqueta.',
    },
  },
  'virtual-machine': {
    title: { en: 'Virtual machine', es: 'Máquina virtual' },
    says: {
      en: 'The inventory number is a word for a virtual machine, or OCS itself knows it for one. It is no asset and stands in no room; nothing is to be done unless it is a real machine after all.',
      es: 'El número de inventario es una palabra de máquina virtual, o el propio OCS la reconoce como tal. No es un activo ni está en ningún local; no hay que hacer nada, salvo que sea un equipo real.',
    },
  },
  'not-in-finance': {
    title: {
      en: 'Computer whose number finance does not list',
      es: 'Computadora cuyo número no figura en finanzas',
    },
    says: {
      en: "The inventory number in OCS is not in finance's register. Mostly it was mistyped; numbers that almost match are offered and never used by themselves. Correct it in OCS, or have finance list the asset.",
      es: 'El número de inventario de OCS no está en el registro de finanzas. Casi siempre se escribió mal; se ofrecen los números que casi coinciden, y nunca se usan solos. Corríjalo en OCS, o pida a finanzas que registre el activo.',
    },
  },
  'location-blank': {
    title: {
      en: 'Computer to whose asset finance gives no location',
      es: 'Computadora para cuyo activo finanzas no indica el local',
    },
    says: {
      en: 'Finance lists the asset and leaves its location blank, so the computer gets no TAG. Have finance fill in the cell.',
      es: 'Finanzas registra el activo y deja su local en blanco, así que la computadora no recibe TAG. Pida a finanzas que complete la celda.',
    },
  },
  'location-not-in-classifier': {
    title: {
      en: 'Computer whose location is not in the classifier',
      es: 'Computadora cuyo local no está en el clasificador',
    },
    says: {
      en: 'Finance gives the asset a location id that the classifier of rooms does not hold. Either the id was mistyped, and ids that almost match are offered, or the room is missing from the classifier.',
      es: 'Finanzas da al activo un id. de local que el clasificador no contiene. O se escribió mal, y se ofrecen los que casi coinciden, o falta el local en el clasificador.',
    },
  },
  'ambiguous-location': {
    title: {
      en: 'Computer whose location the books leave unclear',
      es: 'Computadora cuyo local no queda claro en los registros',
    },
    says: {
      en: 'Finance lists the number with several locations, or the classifier gives the location several answers. None of them is chosen. Correct the book that contradicts itself.',
      es: 'Finanzas registra el número con varios locales, o el clasificador da varias respuestas para el local. No se elige ninguna. Corrija el registro que se contradice.',
    },
  },
  'refused-in-books': {
    title: {
      en: 'Computer on which a refused row has its say',
      es: 'Computadora de la que habla una fila rechazada',
    },
    says: {
      en: 'A row of finance or of the classifier that speaks of this computer could not be read, so what the others say may be wrong. Correct the cell that is named.',
      es: 'Una fila de finanzas o del clasificador que habla de esta computadora no se pudo leer, así que lo que dicen las demás puede ser falso. Corrija la celda que se indica.',
    },
  },
  'tag-incomplete': {
    title: {
      en: 'Computer whose TAG cannot be formed',
      es: 'Computadora cuyo TAG no se puede formar',
    },
    says: {
      en: 'The classifier leaves the building or the description of the room blank, and a TAG needs both. Fill in the cell.',
      es: 'El clasificador deja en blanco el edificio o la descripción del local, y un TAG necesita ambos. Complete la celda.',
    },
  },
  'tag-unwritable': {
    title: {
      en: 'Computer whose TAG cannot be written',
      es: 'Computadora cuyo TAG no se puede escribir',
    },
    says: {
      en: 'The TAG would be too long for its column in OCS, or hold a character that OCS cannot keep. Change the building or the description in the classifier.',
      es: 'El TAG no cabría en su columna de OCS, o contendría un carácter que OCS no puede guardar. Cambie el edificio o la descripción en el clasificador.',
    },
  },
  protected: {
    title: {
      en: 'Computer whose TAG a person set on purpose',
      es: 'Computadora cuyo TAG puso una persona a propósito',
    },
    says: {
      en: 'The TAG is another than the books ask for and is one of the protected ones, so it is left as it is. Take its pattern out of protectedTags where that no longer holds.',
      es: 'El TAG no es el que piden los registros y está entre los protegidos, así que se deja como está. Quite su patrón de protectedTags donde eso ya no valga.',
    },
  },
  'duplicate-not-tagged': {
    title: {
      en: 'Computer left as it is because another bears its number',
      es: 'Computadora que no se toca porque otra lleva su número',
    },
    says: {
      en: 'Several computers bear one inventory number, and by the policy on duplicates this one gets no TAG. Give each computer its own number, or remove the one that is gone from OCS.',
      es: 'Varias computadoras llevan un mismo número de inventario y, según la política de duplicados, esta no recibe TAG. Dé a cada una su número, o quite de OCS la que ya no existe.',
    },
  },
  'duplicate-number': {
    title: {
      en: 'Inventory number borne by several computers',
      es: 'Número de inventario que llevan varias computadoras',
    },
    says: {
      en: 'Several computers of OCS bear one number; the one heard of last stands first and is likely the live one. Give each computer its own number, or remove the one that is gone from OCS.',
      es: 'Varias computadoras de OCS llevan un mismo número; la primera es la del contacto más reciente y probablemente la que existe. Dé a cada una su número, o quite de OCS la que ya no existe.',
    },
  },
  'finance-not-in-ocs': {
    title: {
      en: 'Asset of finance that no computer in OCS bears',
      es: 'Activo de finanzas que ninguna computadora de OCS lleva',
    },
    says: {
      en: 'Finance lists the asset and no computer of OCS bears its number. It may be no computer at all, have lost its OCS agent, bear a mistyped number, or be gone.',
      es: 'Finanzas registra el activo y ninguna computadora de OCS lleva su número. Puede no ser una computadora, haber perdido el agente de OCS, llevar un número mal escrito, o ya no existir.',
    },
  },
  'asset-location-blank': {
    title: {
      en: 'Asset to which finance gives no location',
      es: 'Activo para el que finanzas no indica el local',
    },
    says: {
      en: 'Finance lists the asset and does not say where it stands. Have finance fill in the cell.',
      es: 'Finanzas registra el activo y no dice dónde está. Pida a finanzas que complete la celda.',
    },
  },
}
