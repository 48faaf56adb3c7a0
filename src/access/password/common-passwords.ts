/** Passwords of twelve characters and more that lists of guesses begin with, in lower case. */
export const COMMON_PASSWORDS: ReadonlySet<string> = new Set([
  ...['1q2w3e4r5t6y', '1qaz2wsx3edc', 'qazwsxedcrfv', '1qaz2wsx3edc4rfv', 'zaq12wsxcde3'],
  ...['q1w2e3r4t5y6', '123qweasdzxc', 'qweasdzxc123', '147258369000', 'qwerty123456'],
  ...['correcthorsebatterystaple', 'correct horse battery staple', 'trustno1trustno1'],
  ...['iloveyou1234', 'letmein12345', 'welcome12345', 'abcd1234abcd', 'abc123abc123'],
  ...['passw0rd1234', 'p@ssw0rd1234', 'contraseña123', 'contrasena123', 'administrador'],
  ...['cambiame1234', 'changeme1234', 'bienvenido123', 'administrator'],
])

/** What is left of a common password without the digits and signs around it. */
export const COMMON_STEMS: ReadonlySet<string> = new Set([
  ...['', 'a', 'password', 'passwords', 'passwd', 'pass', 'mypassword', 'thepassword', 'secret'],
  ...['passwordpassword', 'admin', 'adminadmin', 'administrator', 'adminpassword', 'root'],
  ...['welcome', 'welcometo', 'letmein', 'letmeinnow', 'changeme', 'changemenow', 'default'],
  ...['iloveyou', 'iloveyousomuch', 'princess', 'sunshine', 'football', 'baseball', 'superman'],
  ...['batman', 'dragon', 'monkey', 'shadow', 'master', 'michael', 'jennifer', 'starwars'],
  ...['qwerty', 'qwertyuiop', 'asdf', 'asdfgh', 'asdfghjkl', 'zxcvbnm', 'qwertyqwerty', 'abc'],
  ...['abcd', 'abcdef', 'test', 'testtest', 'testing', 'guest', 'user', 'login', 'computer'],
  ...['internet', 'company', 'summer', 'winter', 'spring', 'autumn', 'january', 'monday'],
  ...['muster', 'mustermuster', 'musteradmin', 'contraseña', 'contrasena', 'clave', 'miclave'],
  ...['micontraseña', 'micontrasena', 'administrador', 'bienvenido', 'bienvenidos', 'cambiame'],
  ...['teamo', 'teamomucho', 'tequiero', 'hola', 'holahola', 'holamundo', 'secreto', 'usuario'],
  ...['invitado', 'prueba', 'pruebas', 'computadora', 'empresa', 'verano', 'invierno', 'cuba'],
])
