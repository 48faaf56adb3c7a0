/** What the settings of the server, of access and of alerts mean, in Spanish, by the English words of their schema. */
export const SERVER_MEANINGS: Readonly<Record<string, string>> = {
  'In production "muster serve" does not start unless it is safe: behind TLS, names given, keys in place, the database protected. In development it listens at this machine only.':
    'En producción, "muster serve" no arranca si no es seguro: detrás de TLS, con nombres dados, claves en su sitio y la base de datos protegida. En desarrollo escucha solo en esta máquina.',
  'Let a server in development listen beyond this machine all the same.':
    'Permitir que un servidor en desarrollo escuche aun así más allá de esta máquina.',
  'Address to listen at; 0.0.0.0 for every network of this machine.':
    'Dirección en la que se escucha; 0.0.0.0 para todas las redes de esta máquina.',
  'Port to listen at.': 'Puerto en el que se escucha.',
  'Names under which people reach the server, such as muster.example.org; requests for other names are refused. Empty for this machine only.':
    'Nombres con los que se llega al servidor, como muster.example.org; las solicitudes a otros nombres se rechazan. Vacío para solo esta máquina.',
  'How many connections are held open at once; what comes beyond is closed at once.':
    'Cuántas conexiones se mantienen abiertas a la vez; las que pasan de ahí se cierran al momento.',
  'Folder in which files that are sent to the server lie while they are worked on; spool in the data folder when left out.':
    'Carpeta en la que quedan los archivos enviados al servidor mientras se trabaja con ellos; spool en la carpeta de datos si no se indica.',
  'A server that stands still for so many seconds while another waits for its lane is cut off from the database.':
    'A un servidor que se queda parado tantos segundos mientras otro espera su turno se le corta la base de datos.',
  'How many files may be sent to this server at once; what comes beyond is refused.':
    'Cuántos archivos se pueden enviar a la vez a este servidor; los que pasan de ahí se rechazan.',
  'How many of them one person or token may send at once.':
    'Cuántos de ellos puede enviar a la vez una persona o un token.',
  'Addresses of proxies whose word for the address of a caller is taken.':
    'Direcciones de los proxies a los que se cree qué dirección tiene quien llama.',
  'Whether people reach the server by https; cookies are then for https only.':
    'Si se llega al servidor por https; las cookies son entonces solo para https.',
  'Whether anybody may read /metrics; else a token with the permission read.':
    'Si cualquiera puede leer /metrics; si no, un token con el permiso read.',
  'Whether anybody who reaches the server may make an account, as a viewer.':
    'Si cualquiera que llegue al servidor puede crearse una cuenta, como lector.',
  'Whether a plan must be approved by another person than the one who made it.':
    'Si un plan debe aprobarlo otra persona que la que lo hizo.',
  'Requests a person or token may send in a minute; an address may send five times as many.':
    'Solicitudes que una persona o un token puede enviar por minuto; una dirección puede enviar cinco veces más.',
  'Signing in through an OpenID Connect provider as well.':
    'Entrar también por un proveedor de OpenID Connect.',
  'Address of the provider, as it names itself: https, unless it is on this machine.':
    'Dirección del proveedor, como él mismo se nombra: https, salvo que esté en esta máquina.',
  'What the provider calls this Muster.': 'Cómo llama el proveedor a este Muster.',
  'What the provider is asked for; openid must be among it.':
    'Lo que se pide al proveedor; openid debe estar incluido.',
  'Domains of verified e-mail addresses that may come in; all when left out.':
    'Dominios de las direcciones de correo verificadas que pueden entrar; todos si no se indica.',
  'What the provider says of a person decides their role at each sign-in; who has none of the values stays out.':
    'Lo que el proveedor dice de una persona decide su función en cada entrada; quien no tenga ninguno de los valores se queda fuera.',
  'Name of the claim, such as groups or roles.': 'Nombre del atributo, como groups o roles.',
  'By value of the claim the role it stands for; of several the strongest counts.':
    'Por valor del atributo, la función a la que equivale; de varias vale la más fuerte.',
  'Whether somebody unknown with a verified e-mail address becomes a person of that name.':
    'Si alguien desconocido con una dirección de correo verificada pasa a ser una persona con ese nombre.',
  'Whether a verified e-mail address that is the name of a person makes that person of them. Whoever runs the provider then can become anybody here.':
    'Si una dirección de correo verificada igual al nombre de una persona convierte en esa persona. Quien maneja el proveedor puede entonces hacerse pasar por cualquiera aquí.',
  'Let the provider be in a private network or on this machine.':
    'Permitir que el proveedor esté en una red privada o en esta máquina.',
  'Language of what is sent; that of the whole configuration when left out.':
    'Idioma de lo que se envía; el de toda la configuración si no se indica.',
  'By when each source must be complete, in the time zone of this file; null: never.':
    'Para cuándo debe estar completa cada fuente, en la zona horaria de este archivo; null: nunca.',
  'Which day must be complete by then.': 'Qué día debe estar completo para entonces.',
  'Another time for single sources, null for none; for example ocs: "09:30".':
    'Otra hora para determinadas fuentes, null para ninguna; por ejemplo ocs: "09:30".',
  'Findings of this severity and above count; null: none.':
    'Cuentan los hallazgos de esta gravedad o mayor; null: ninguno.',
  'A check is told of each time its open findings reach one of these numbers.':
    'Se avisa de una comprobación cada vez que sus hallazgos abiertos llegan a uno de estos números.',
  'Anomalies of so many days back count while nobody judged them; 0: none.':
    'Cuentan las anomalías de tantos días atrás mientras nadie las haya juzgado; 0: ninguna.',
  'After so many hours a plan that waits for a person is told of; null: never.':
    'Tras tantas horas se avisa de un plan que espera por una persona; null: nunca.',
  'Whether a task whose last run failed is told of.':
    'Si se avisa de una tarea cuya última ejecución falló.',
  'After so many minutes a job of the schedule that did not begin is told of; null: never.':
    'Tras tantos minutos se avisa de un trabajo del horario que no empezó; null: nunca.',
  'After so many hours a run that is still at work is told of; null: never.':
    'Tras tantas horas se avisa de una ejecución que sigue en marcha; null: nunca.',
  'The server that takes mail in.': 'El servidor que recibe el correo.',
  'starttls: encrypted before anything is said (port 587); tls: from the first byte (port 465); none: in the clear, for a server of your own network.':
    'starttls: cifrado antes de decir nada (puerto 587); tls: desde el primer byte (puerto 465); none: sin cifrar, para un servidor de su propia red.',
  'Address the mail comes from.': 'Dirección de la que sale el correo.',
  'Addresses it goes to.': 'Direcciones a las que va.',
  'How long the server may be silent before the mail counts as not sent.':
    'Cuánto puede callar el servidor antes de dar el correo por no enviado.',
  'Where it is posted to; https, unless private addresses are allowed.':
    'Adónde se envía; https, salvo que se permitan direcciones privadas.',
  'Let it be in a private network, and reached without https.':
    'Permitir que esté en una red privada y se alcance sin https.',
  'How long one try may take.': 'Cuánto puede tardar un intento.',
  'How long it may wait between its tries, all waits together.':
    'Cuánto puede esperar entre sus intentos, sumadas todas las esperas.',
}
