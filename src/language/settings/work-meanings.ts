/** What the settings of the work itself mean, in Spanish, by the English words of their schema. */
export const WORK_MEANINGS: Readonly<Record<string, string>> = {
  'Configuration of Muster (muster.yaml).': 'Configuración de Muster (muster.yaml).',
  'Language of what people read; without it, LANG decides.':
    'Idioma de lo que leen las personas; sin él, decide LANG.',
  'Where Muster keeps its own data; beside this file when relative.':
    'Dónde guarda Muster sus propios datos; junto a este archivo si es relativa.',
  'IANA time zone in which a day is a day.': 'Zona horaria IANA en la que un día es un día.',
  'File of the keys that seal what vendors sent; key-ring.json in the data folder when left out. Keep a copy apart from the database.':
    'Archivo de las claves que sellan lo que enviaron los proveedores; key-ring.json en la carpeta de datos si no se indica. Guarde una copia aparte de la base de datos.',
  'Words that stand for a virtual machine where an inventory number would be.':
    'Palabras que indican una máquina virtual donde iría un número de inventario.',
  "Whether OCS's own evidence of a virtual machine counts as well.":
    'Si cuentan también los indicios de máquina virtual del propio OCS.',
  'Words that mean "no number", such as NA.': 'Palabras que significan "sin número", como NA.',
  'TAGs set on purpose, never changed; * and ? are wild.':
    'TAG puestos a propósito, que nunca se cambian; * y ? son comodines.',
  'Which of several computers with one number get the TAG.':
    'Cuáles de varias computadoras con un mismo número reciben el TAG.',
  'Largest share of records that may go missing from a source unasked, 0 to 1.':
    'La mayor parte de los registros que puede faltar de una fuente sin preguntar, de 0 a 1.',
  'Largest share of OCS rows a plan may change unasked, after the first one, 0 to 1.':
    'La mayor parte de las filas de OCS que un plan puede cambiar sin preguntar, después del primero, de 0 a 1.',
  "Folder of the report workbooks; beside this file's folder when relative.":
    'Carpeta de los libros de informe; junto a la de este archivo si es relativa.',
  'One workbook more for each municipality or building.':
    'Un libro más para cada municipio o edificio.',
  'How much each measure weighs in the score; only their proportions count.':
    'Cuánto pesa cada medida en la puntuación; solo cuentan las proporciones.',
  'Key fields that are filled.': 'Campos clave que están llenos.',
  'TAGs that the classifier knows both sides of.':
    'TAG de los que el clasificador conoce ambas partes.',
  'Inventory numbers that occur once.': 'Números de inventario que aparecen una sola vez.',
  'Devices whose location code is in the classifier, or that are virtual.':
    'Equipos cuyo código de ubicación está en el clasificador, o que son virtuales.',
  'Words that stand where nothing was filled in; any case.':
    'Palabras que figuran donde no se rellenó nada; sin distinguir mayúsculas.',
  'What a study of everything does with the figures of each site by itself: nothing, looks for what is odd, or works out forecasts too.':
    'Qué hace un estudio de todo con las cifras de cada sitio por separado: nada, buscar lo extraño, o calcular también pronósticos.',
  'Folder with a folder for each source, whose files "muster inbox" and "muster nightly" take in; null for none.':
    'Carpeta con una carpeta para cada fuente, cuyos archivos toman "muster inbox" y "muster nightly"; null para ninguna.',
  'Of the files of the inbox: whether one bad row refuses a file (strict), or only that row (lenient).':
    'Para los archivos de la bandeja: si una fila mala rechaza el archivo (strict) o solo esa fila (lenient).',
  'Whether "muster nightly" writes a plan that no guard holds.':
    'Si "muster nightly" escribe un plan que nada retiene.',
  'Whether "muster serve" does jobs as well; false where "muster work" does them in other processes.':
    'Si "muster serve" también hace trabajos; false donde los hace "muster work" en otros procesos.',
  'The whole night: collect, check, correct, study, report. Five fields as cron has them, or null for never.':
    'La noche entera: recoger, comprobar, corregir, estudiar, informar. Cinco campos como los de cron, o null para nunca.',
  'Daily figures of the last week worked out anew and compared.':
    'Las cifras diarias de la última semana, calculadas de nuevo y comparadas.',
  'What did not come at night is collected again.': 'Lo que no llegó de noche se recoge de nuevo.',
  'Every forecast model chosen anew; Sunday at 03:30.':
    'Cada modelo de pronóstico elegido de nuevo; el domingo a las 03:30.',
  'Files of the inbox taken in, where there is an inbox.':
    'Los archivos de la bandeja, tomados donde hay una bandeja.',
  'People told of what has changed about what is wrong, where alerts are configured.':
    'Avisos a las personas de lo que ha cambiado en lo que va mal, donde hay avisos configurados.',
  'What is no longer needed removed.': 'Lo que ya no hace falta, quitado.',
  'For how many days a run is kept to which nothing refers any more; the audit trail stays.':
    'Durante cuántos días se conserva una ejecución a la que ya nada se refiere; el registro de auditoría permanece.',
}
