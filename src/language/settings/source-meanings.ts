/** What the settings of sources mean, in Spanish, by the English words of their schema. */
export const SOURCE_MEANINGS: Readonly<Record<string, string>> = {
  'The MySQL or MariaDB server.': 'El servidor MySQL o MariaDB.',
  'Encrypt the connection and refuse a server whose certificate cannot be verified.':
    'Cifrar la conexión y rechazar un servidor cuyo certificado no se pueda comprobar.',
  'Name of the custom field that holds the inventory number, as OCS shows it under administrative data.':
    'Nombre del campo propio que contiene el número de inventario, como lo muestra OCS en los datos administrativos.',
  'Also read computers that OCS has archived.':
    'Leer también las computadoras que OCS tiene archivadas.',
  'An SQLite file of the shape of OCS.': 'Un archivo SQLite con la forma de OCS.',
  'Folder in which people put the workbook.': 'Carpeta en la que se deja el libro de Excel.',
  'Name of the file; * and ? are wild, any case; of several the newest is read. Only .xlsx, .xlsm, .xls, .csv, .tsv and .txt fit, unless it names an ending itself.':
    'Nombre del archivo; * y ? son comodines, sin distinguir mayúsculas; de varios se lee el más nuevo. Solo valen .xlsx, .xlsm, .xls, .csv, .tsv y .txt, salvo que el nombre diga otra terminación.',
  'Name of the sheet; without it the first sheet that has the header.':
    'Nombre de la hoja; sin él, la primera hoja que tenga el encabezado.',
  'Row of the header, from 1; without it the header is found by its words.':
    'Fila del encabezado, desde 1; sin ella, el encabezado se encuentra por sus palabras.',
  'Letters by column name, where the words above a column mislead.':
    'Letras por nombre de columna, donde las palabras sobre una columna engañan.',
  'Words that stand where an empty cell is meant; any case.':
    'Palabras escritas donde debía quedar una celda vacía; sin distinguir mayúsculas.',
  'The region of the account: the part before .ninjarmm.com of the address you use.':
    'La región de la cuenta: la parte que va antes de .ninjarmm.com en la dirección que usa.',
  "An address of your own instead of a region's, for instance of a proxy.":
    'Una dirección propia en lugar de la de una región, por ejemplo la de un proxy.',
  'Client ID of the API application made in NinjaOne.':
    'ID de cliente de la aplicación de API creada en NinjaOne.',
  'Scope to ask for when no refresh token is given; reading needs monitoring alone.':
    'Alcance que se pide cuando no se da un token de renovación; para leer basta monitoring.',
  'How many rows to ask for in one request.': 'Cuántas filas se piden en cada solicitud.',
  'Name of the custom field that holds the inventory number, as NinjaOne calls it, not its label.':
    'Nombre del campo propio que contiene el número de inventario, como lo llama NinjaOne, no su rótulo.',
  'Take these organisations alone, each by its name or its id.':
    'Tomar solo estas organizaciones, cada una por su nombre o su id.',
  'Take devices in these states of approval; those that bear none are always taken.':
    'Tomar los equipos en estos estados de aprobación; los que no llevan ninguno se toman siempre.',
  'How the API is reached.': 'Cómo se llega a la API.',
  'How long one try may take, from connecting to the last byte of the answer.':
    'Cuánto puede tardar un intento, desde la conexión hasta el último byte de la respuesta.',
  'Requests sent in a minute, all together; a few may follow each other at once.':
    'Solicitudes que se envían por minuto, en total; unas pocas pueden ir seguidas.',
  'Requests under way at one time.': 'Solicitudes en curso a la vez.',
  'How long one request may wait between its tries, all waits together.':
    'Cuánto puede esperar una solicitud entre sus intentos, sumadas todas las esperas.',
  'Let the service be in a private network, and reached without https.':
    'Permitir que el servicio esté en una red privada y se alcance sin https.',
  'Largest answer that is read, in bytes after unpacking.':
    'La mayor respuesta que se lee, en bytes una vez descomprimida.',
  'The instance of the account: what stands in portalapi.INSTANCE.threatlocker.com.':
    'La instancia de la cuenta: lo que figura en portalapi.INSTANCE.threatlocker.com.',
  "An address of your own instead of an instance's, for instance of a proxy.":
    'Una dirección propia en lugar de la de una instancia, por ejemplo la de un proxy.',
  'Id of the parent organisation; its children are read with it.':
    'Id de la organización superior; las que dependen de ella se leen también.',
  'Devices from files of other tools: a name for each, the folder, and what its columns mean.':
    'Equipos tomados de archivos de otras herramientas: un nombre para cada una, la carpeta y qué significan sus columnas.',
  'What the file is: a table (xlsx or csv), JSON, or one JSON object in each line.':
    'Qué es el archivo: una tabla (xlsx o csv), JSON, o un objeto JSON en cada línea.',
  'Member of the JSON object that holds the devices, where it has several lists.':
    'Miembro del objeto JSON que contiene los equipos, cuando tiene varias listas.',
  'Of each field of a device, the heading of its column, or in JSON the way to it with dots.':
    'Para cada campo de un equipo, el encabezado de su columna o, en JSON, el camino hasta él con puntos.',
  'Letters of the column by field, where its heading stands twice; for tables.':
    'Letras de la columna por campo, donde su encabezado está repetido; para tablas.',
  'What is the same for all devices, where the file itself does not say it.':
    'Lo que es igual para todos los equipos, cuando el archivo no lo dice.',
  'How lastContact is written: iso, epoch-seconds, dmy (31/1/2026) or mdy (1/31/2026).':
    'Cómo está escrito lastContact: iso, epoch-seconds, dmy (31/1/2026) o mdy (1/31/2026).',
}
