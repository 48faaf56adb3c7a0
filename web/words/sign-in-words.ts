import type { Words } from './phrase.ts'

/** What is said before anybody is signed in. */
export const SIGN_IN = {
  title: { en: 'Sign in', es: 'Iniciar sesión' },
  slogan: {
    en: 'Every device, every source, every day: accounted for.',
    es: 'Cada equipo, cada fuente, cada día: en su lugar.',
  },
  name: { en: 'Name', es: 'Nombre' },
  password: { en: 'Password', es: 'Contraseña' },
  enter: { en: 'Sign in', es: 'Entrar' },
  provider: { en: 'Sign in with your organisation', es: 'Entrar con su organización' },
  needed: { en: 'Needed.', es: 'Obligatorio.' },
  newTitle: { en: 'Choose your password', es: 'Elija su contraseña' },
  newWhy: {
    en: 'The one you signed in with is good once. Choose one that only you know.',
    es: 'La contraseña con la que entró sirve una sola vez. Elija una que solo usted conozca.',
  },
  invitedTitle: { en: 'You are invited', es: 'Está invitado' },
  invitedWhy: {
    en: 'Choose the password you will sign in with: at least 12 characters that nobody guesses.',
    es: 'Elija la contraseña con la que entrará: al menos 12 caracteres que nadie adivine.',
  },
  passwordAgain: { en: 'Password again', es: 'Contraseña otra vez' },
  acceptAndEnter: { en: 'Accept and sign in', es: 'Aceptar y entrar' },
  current: { en: 'Password until now', es: 'Contraseña hasta ahora' },
  next: { en: 'New password', es: 'Contraseña nueva' },
  again: { en: 'New password again', es: 'Contraseña nueva otra vez' },
  differs: { en: 'The two are not the same.', es: 'No son iguales.' },
  save: { en: 'Save password', es: 'Guardar contraseña' },
} satisfies Words
