@echo off
rem Starts Muster by a double click, whatever this machine allows of scripts; see start.ps1.
powershell.exe -NoLogo -NoProfile -ExecutionPolicy Bypass -File "%~dp0start.ps1" %*
set "ended=%ERRORLEVEL%"
rem The window of a double click stays where there is something to read.
if not "%ended%"=="0" pause
exit /b %ended%
