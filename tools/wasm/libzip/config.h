/* libzip's configuration for emscripten's C library (musl), as its CMake finds it; without encryption and other packers
   than deflate, which no workbook has. */
#ifndef HAD_CONFIG_H
#define HAD_CONFIG_H
#include "zipconf.h"
#define HAVE_FILENO
#define HAVE_FSEEKO
#define HAVE_FTELLO
#define HAVE_LOCALTIME_R
#define HAVE_SNPRINTF
#define HAVE_STRCASECMP
#define HAVE_STRDUP
#define HAVE_STRTOLL
#define HAVE_STRTOULL
#define HAVE_STDBOOL_H
#define HAVE_STRINGS_H
#define HAVE_UNISTD_H
#define SIZEOF_OFF_T 8
#define SIZEOF_SIZE_T 4
#define PACKAGE "libzip"
#define VERSION "Debian"
#endif
