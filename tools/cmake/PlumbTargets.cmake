# What every target of ours shares: the language, the warnings, where programs land, how a room and its tests are declared.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/bin)

if(NOT CMAKE_BUILD_TYPE)
  set(CMAKE_BUILD_TYPE RelWithDebInfo CACHE STRING "" FORCE)
endif()

find_program(PLUMB_CCACHE ccache)
if(PLUMB_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${PLUMB_CCACHE})
  set(CMAKE_C_COMPILER_LAUNCHER ${PLUMB_CCACHE})
endif()
find_program(PLUMB_MOLD mold)
if(PLUMB_MOLD AND NOT PLUMB_FUZZ)
  add_link_options(-fuse-ld=mold)
endif()
if(PLUMB_SANITIZE)
  # A finding ends the program (undefined behaviour would only print), and asserts are alive: ours and the standard library's.
  add_compile_options(-fsanitize=${PLUMB_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer -UNDEBUG)
  add_compile_definitions(_GLIBCXX_ASSERTIONS)
  add_link_options(-fsanitize=${PLUMB_SANITIZE})
  if(PLUMB_SANITIZE MATCHES undefined)
    add_compile_options(-fsanitize=float-cast-overflow)
  endif()
endif()
if(PLUMB_FUZZ)
  # The fuzzer sees which branches of the rooms an input took; without this it would only guess.
  add_compile_options(-fsanitize=fuzzer-no-link)
endif()

find_package(Threads REQUIRED)
find_package(PkgConfig REQUIRED)

# Our own code compiles without a warning; what it includes from elsewhere is not ours to mend. GCC decides: clang, which
# builds the fuzz targets, has other opinions, and these only show.
add_library(plumb_warnings INTERFACE)
target_compile_options(plumb_warnings INTERFACE
  -Wall -Wextra -Wpedantic -Wnon-virtual-dtor -Woverloaded-virtual
  $<$<CXX_COMPILER_ID:GNU>:-Werror>
  $<$<CXX_COMPILER_ID:GNU>:-Wshadow=local>)

# plumb_room(NAME SOURCES ... PUBLIC ... PRIVATE ...): a folder of the library as one static target.
function(plumb_room name)
  cmake_parse_arguments(ROOM "" "" "SOURCES;PUBLIC;PRIVATE" ${ARGN})
  add_library(${name} STATIC ${ROOM_SOURCES})
  target_include_directories(${name} PUBLIC ${PROJECT_SOURCE_DIR})
  target_link_libraries(${name} PUBLIC ${ROOM_PUBLIC} PRIVATE plumb_warnings ${ROOM_PRIVATE})
endfunction()

# plumb_test(NAME SOURCES ... LIBS ...): one Catch2 executable, one ctest entry.
function(plumb_test name)
  cmake_parse_arguments(T "" "" "SOURCES;LIBS" ${ARGN})
  add_executable(${name} ${T_SOURCES})
  target_link_libraries(${name} PRIVATE plumb_catch_main plumb_warnings ${T_LIBS})
  target_compile_definitions(${name} PRIVATE PLUMB_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
  add_test(NAME ${name} COMMAND ${name})
endfunction()
