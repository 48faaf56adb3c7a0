@echo off
rem Muster from this folder, on the Node that came along: muster --help. Nothing is installed.
setlocal
if not defined NODE_COMPILE_CACHE set "NODE_COMPILE_CACHE=%~dp0runtime\cache"
"%~dp0runtime\node.exe" --max-semi-space-size=32 "%~dp0src\main.ts" %*
exit /b %ERRORLEVEL%
