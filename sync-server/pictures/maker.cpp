// plumb-small-picture SIDE: a picture on standard input, a small JPEG of it on standard output. It reads all of a
// stranger's bytes, then gives up everything but computing (no files, no network, no processes; a system call that it
// does not need ends it), and only then decodes. Exit: 0 made, 3 nothing that can be made smaller, 2 used wrongly, else
// broken.
#include <unistd.h>

#include <charconv>
#include <cstdio>
#include <cstring>
#include <string_view>

#include "shared/picture/small_picture.h"
#include "sync-server/pictures/confine.h"
#include "sync-server/pictures/tuning.h"

using namespace plumb;

namespace {

bool readAll(Bytes& content) {
    Bytes piece(std::size_t{64} << 10);
    for (;;) {
        const auto got = read(STDIN_FILENO, piece.data(), piece.size());
        if (got < 0) return false;
        if (got == 0) return true;
        if (content.size() + static_cast<std::size_t>(got) > server::kMostOriginalBytes) return false;
        content.insert(content.end(), piece.begin(), piece.begin() + got);
    }
}

bool writeAll(ByteView bytes) {
    while (!bytes.empty()) {
        const auto sent = write(STDOUT_FILENO, bytes.data(), bytes.size());
        if (sent <= 0) return false;
        bytes = bytes.subspan(static_cast<std::size_t>(sent));
    }
    return true;
}

}  // namespace

int main(int argc, char** argv) {
    int side = 0;
    if (argc == 2) std::from_chars(argv[1], argv[1] + std::strlen(argv[1]), side);
    if (side < 16 || side > 4096) {
        std::fputs("usage: plumb-small-picture SIDE < picture > small.jpg (16 to 4096 pixels)\n", stderr);
        return 2;
    }
    Bytes content;
    if (!readAll(content)) return server::kNoPictureExit;
    if (!server::confine()) return 1;
    const auto small = picture::smallPicture(content, side);
    // Without running anything that stands behind main(): it might call what is no longer allowed.
    _exit(!small ? server::kNoPictureExit : writeAll(*small) ? 0 : 1);
}
