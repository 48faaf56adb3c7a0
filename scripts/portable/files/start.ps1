# Starts Muster from this folder, without a network and without installing anything.
#   .\start.ps1           serves your own configuration; while there is none, the demo
#   .\start.ps1 demo      the demo
#   .\start.ps1 init      writes your own configuration into the data folder
#   .\start.ps1 COMMAND   any command of Muster on it: doctor, collect, nightly, --help ...
# The data folder is muster-data beside this one; MUSTER_DATA names another.
# No parameters are declared: what follows is Muster's, word by word.
$ErrorActionPreference = 'Stop'
$root = $PSScriptRoot
$data = $env:MUSTER_DATA
if (-not $data) { $data = Join-Path (Split-Path -Parent $root) 'muster-data' }
$config = Join-Path $data 'muster.yaml'

$words = @($args)
if ($words.Count -eq 0) {
  if (Test-Path -LiteralPath $config -PathType Leaf) { $words = @('serve') } else { $words = @('demo') }
}
if ($words[0] -eq 'init') { [void][IO.Directory]::CreateDirectory($data) }

if (-not $env:NODE_COMPILE_CACHE) { $env:NODE_COMPILE_CACHE = Join-Path $root 'runtime\cache' }
$node = Join-Path $root 'runtime\node.exe'
$main = Join-Path $root 'src\main.ts'
& $node '--max-semi-space-size=32' $main '--config' $config @words
exit $LASTEXITCODE
