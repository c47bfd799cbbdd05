# Fails when a sentence of the app has no English: run by ctest as cmake -DTS=… -P this.
file(READ ${TS} text)
if(text MATCHES "type=\"unfinished\"")
  message(FATAL_ERROR "${TS} has unfinished translations")
endif()
