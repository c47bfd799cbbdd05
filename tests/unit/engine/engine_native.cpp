// The engine as tablet and server have it, for a test that holds the browser's to it: a request a line on standard
// input, what goes along in base64 behind a tab; an answer a line on standard output.
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>

#include "shared/base/encoding.h"
#include "shared/engine/engine.h"

int main(int count, char** arguments) {
    if (count != 2) {
        std::cerr << "engine_native FOLDER: attached files are kept in FOLDER\n";
        return 1;
    }
    const std::filesystem::path folder(arguments[1]);
    plumb::engine::Engine engine([&](const plumb::Sha256& sha256, plumb::ByteView bytes) {
        const auto path = folder / sha256.hex();
        std::ofstream(path, std::ios::binary)
            .write(plumb::asText(bytes).data(), static_cast<std::streamsize>(bytes.size()));
        return path.string();
    });
    std::string line;
    while (std::getline(std::cin, line)) {
        const auto tab = line.find('\t');
        plumb::Bytes attached;
        if (tab != std::string::npos) {
            auto read = plumb::fromBase64(std::string_view(line).substr(tab + 1));
            if (!read) return 1;
            attached = std::move(*read);
        }
        std::cout << engine.answer(std::string_view(line).substr(0, tab), attached) << std::endl;
    }
    return 0;
}
