// memfd_create(2) for the module, whose files are its memory. Emscripten asks for a file's size by its name, so that it
// keeps one, and stays until the page goes: the lists that a page converts are few.
#include <fcntl.h>

#include <string>

extern "C" int memfd_create(const char* name, unsigned) {
    static unsigned made = 0;
    const std::string path = "/" + std::string(name) + "-" + std::to_string(++made);
    return open(path.c_str(), O_RDWR | O_CREAT | O_EXCL, 0600);
}
