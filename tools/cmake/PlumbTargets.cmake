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

# Lines and names for stack traces, no variables: a quarter of the compiler's time less than -g.
if(CMAKE_CXX_FLAGS_RELWITHDEBINFO STREQUAL "-O2 -g -DNDEBUG")
  set(CMAKE_CXX_FLAGS_RELWITHDEBINFO "-O2 -g1 -DNDEBUG")
endif()
# Sources that read arguments and print are compiled to be there soon: option parsers are large, and run once.
set(PLUMB_FRONT_OPTIONS -O1)

# Precompiled headers are cached too: ccache has to be told that macros defined after one do not change it.
find_program(PLUMB_CCACHE ccache)
if(PLUMB_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env CCACHE_SLOPPINESS=pch_defines,time_macros ${PLUMB_CCACHE})
  set(CMAKE_C_COMPILER_LAUNCHER ${PLUMB_CCACHE})
endif()
find_program(PLUMB_MOLD mold)
if(PLUMB_MOLD AND NOT PLUMB_FUZZ AND NOT CMAKE_CROSSCOMPILING)
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
find_package(Boost 1.81 REQUIRED COMPONENTS json)
find_path(PLUMB_EXPECTED_INCLUDE tl/expected.hpp REQUIRED)

# Tablet and server must compute the same bits: no fused multiply-add where a processor has one, as every arm64 does, for
# which GCC would fuse by default (tests/packages/arm64 compares).
add_compile_options(-ffp-contract=off)
# For every source, since it defines a macro: precompiled headers are for one set of them.
add_compile_options(-pthread)

# Our own code compiles without a warning; what it includes from elsewhere is not ours to mend. GCC decides: clang, which
# builds the fuzz targets, has other opinions, and these only show.
add_library(plumb_warnings INTERFACE)
target_compile_options(plumb_warnings INTERFACE
  -Wall -Wextra -Wpedantic -Wnon-virtual-dtor -Woverloaded-virtual
  $<$<CXX_COMPILER_ID:GNU>:-Werror>
  $<$<CXX_COMPILER_ID:GNU>:-Wshadow=local>
)
# GCC 12 sees overflows inside the standard library's own strings where there are none (its bug 105651), once these come
# from a precompiled header and are no system header's any more. The presets without precompiled headers have all warnings.
if(CMAKE_CXX_COMPILER_ID STREQUAL GNU AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13 AND NOT CMAKE_DISABLE_PRECOMPILE_HEADERS)
  target_compile_options(plumb_warnings INTERFACE -Wno-array-bounds -Wno-restrict -Wno-stringop-overflow -Wno-stringop-overread)
endif()

# What nearly every source reads before its own first line, compiled once: precompiled/*.h. A header is used by targets of
# one kind (-fPIC or -fPIE, one level of optimisation), so each kind has a carrier of its own. Clang builds the fuzz
# targets without.
function(plumb_headers carrier)
  if(PLUMB_FUZZ)
    return()
  endif()
  target_link_libraries(${carrier} PRIVATE plumb_warnings Boost::json)
  target_include_directories(${carrier} PRIVATE ${PROJECT_SOURCE_DIR})
  target_include_directories(${carrier} SYSTEM PRIVATE ${PLUMB_EXPECTED_INCLUDE})
  target_precompile_headers(${carrier} PRIVATE ${ARGN})
endfunction()
set(PLUMB_PRECOMPILED ${PROJECT_SOURCE_DIR}/tools/cmake/precompiled)
add_library(plumb_room_headers STATIC ${PLUMB_PRECOMPILED}/carrier.cpp)
plumb_headers(plumb_room_headers ${PLUMB_PRECOMPILED}/room.h)
# Tests are compiled to be there soon, not to be fast.
set(PLUMB_TEST_OPTIONS -O1 -g1)
if(PLUMB_TESTS)
  add_executable(plumb_test_headers ${PLUMB_PRECOMPILED}/carrier.cpp)
  target_compile_options(plumb_test_headers PRIVATE ${PLUMB_TEST_OPTIONS})
  plumb_headers(plumb_test_headers ${PLUMB_PRECOMPILED}/test.h)
endif()

# plumb_room(NAME SOURCES ... PUBLIC ... PRIVATE ...): a folder of the library as one static target.
function(plumb_room name)
  cmake_parse_arguments(ROOM "" "" "SOURCES;PUBLIC;PRIVATE" ${ARGN})
  add_library(${name} STATIC ${ROOM_SOURCES})
  target_include_directories(${name} PUBLIC ${PROJECT_SOURCE_DIR})
  target_link_libraries(${name} PUBLIC ${ROOM_PUBLIC} PRIVATE plumb_warnings ${ROOM_PRIVATE})
  if(NOT PLUMB_FUZZ)
    target_precompile_headers(${name} REUSE_FROM plumb_room_headers)
  endif()
endfunction()

# plumb_test(NAME SOURCES ... LIBS ...): one Catch2 executable, one ctest entry.
function(plumb_test name)
  cmake_parse_arguments(T "" "" "SOURCES;LIBS" ${ARGN})
  add_executable(${name} ${T_SOURCES})
  target_link_libraries(${name} PRIVATE plumb_catch_main plumb_warnings ${T_LIBS})
  target_compile_definitions(${name} PRIVATE PLUMB_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
  target_compile_options(${name} PRIVATE ${PLUMB_TEST_OPTIONS})
  target_precompile_headers(${name} REUSE_FROM plumb_test_headers)
  add_test(NAME ${name} COMMAND ${name})
endfunction()
