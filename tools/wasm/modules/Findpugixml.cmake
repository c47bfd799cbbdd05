# Is there already: libraries.cmake.
set(pugixml_FOUND TRUE)
