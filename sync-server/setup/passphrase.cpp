#include "sync-server/setup/passphrase.h"

#include <termios.h>
#include <unistd.h>

#include <cstdlib>
#include <iostream>
#include <optional>

#include "shared/base/encoding.h"
#include "shared/crypto/hash.h"

namespace plumb::server {
namespace {

constexpr const char* kVariable = "PLUMB_ROOT_PASSPHRASE";
constexpr std::size_t kDrawnBytes = 15;  // 120 bits

std::optional<std::string> fromEnvironment() {
    const char* value = std::getenv(kVariable);
    if (!value || *value == '\0') return std::nullopt;
    return std::string(value);
}

bool atTerminal() {
    return isatty(STDIN_FILENO) == 1 && isatty(STDERR_FILENO) == 1;
}

std::string ask(const char* question) {
    std::cerr << question << std::flush;
    termios before{};
    tcgetattr(STDIN_FILENO, &before);
    termios silent = before;
    silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    tcsetattr(STDIN_FILENO, TCSANOW, &silent);
    std::string answer;
    std::getline(std::cin, answer);
    tcsetattr(STDIN_FILENO, TCSANOW, &before);
    std::cerr << '\n';
    return answer;
}

}  // namespace

Passphrase newPassphrase() {
    if (auto given = fromEnvironment()) return {std::move(*given), false};
    while (atTerminal() && std::cin) {
        std::string first = ask("Passphrase for the root key (empty: one is made for you): ");
        if (first.empty()) break;
        if (first == ask("Again: ")) return {std::move(first), false};
        std::cerr << "The two are not the same.\n";
    }
    return {toBase64Url(crypto::randomBytes(kDrawnBytes)), true};
}

Result<std::string> knownPassphrase() {
    if (auto given = fromEnvironment()) return std::move(*given);
    if (atTerminal()) return ask("Passphrase of the root key: ");
    return fail(ErrorKind::notFound, "passphrase_missing",
                std::string("set ") + kVariable + ", or run this at a terminal");
}

}  // namespace plumb::server
