// The module's three functions. A caller writes its request, and behind it what is attached, to engine_room(size),
// calls, and reads engine_answer_size() bytes at what engine_call() gives; all of it is good until the next call.
#include <algorithm>
#include <fstream>
#include <string>
#include <vector>

#include "shared/engine/engine.h"

namespace {

// The module's files are its memory.
std::string shelve(const plumb::Sha256& sha256, plumb::ByteView bytes) {
    const std::string path = "/" + sha256.hex();
    std::ofstream(path, std::ios::binary)
        .write(plumb::asText(bytes).data(), static_cast<std::streamsize>(bytes.size()));
    return path;
}

plumb::engine::Engine& engine() {
    static plumb::engine::Engine one(shelve);
    return one;
}

std::vector<std::uint8_t> given;
std::string answer;

}  // namespace

extern "C" {

std::uint8_t* engine_room(std::size_t size) {
    given.assign(size, 0);
    return given.data();
}

const char* engine_call(std::size_t requestSize) {
    const plumb::ByteView all(given);
    const std::size_t size = std::min(requestSize, all.size());
    answer = engine().answer(plumb::asText(all.first(size)), all.subspan(size));
    return answer.data();
}

std::size_t engine_answer_size() {
    return answer.size();
}
}
