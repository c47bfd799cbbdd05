#include "sync-server/pictures/make_picture.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <optional>
#include <thread>

#include "sync-server/pictures/tuning.h"

namespace plumb::server {
namespace {

using Steady = std::chrono::steady_clock;
constexpr std::size_t kPiece = std::size_t{64} << 10;
constexpr int kLookAround = 200;  // milliseconds
// Between its last word and its end.
constexpr std::chrono::seconds kFarewell{2};

tl::unexpected<Error> failed(const std::string& why) {
    return fail(ErrorKind::broken, "maker_failed", "the program that makes small pictures " + why);
}

// The process, and our end of the socket that is its input and output. Whatever happens, it is ended and waited for.
class Maker {
  public:
    Maker() = default;
    ~Maker() {
        if (m_socket >= 0) close(m_socket);
        (void)end(true);
    }
    Maker(const Maker&) = delete;
    Maker& operator=(const Maker&) = delete;

    bool start(const std::filesystem::path& program, int side) {
        int both[2];
        if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, both) != 0) return false;
        m_socket = both[0];
        posix_spawn_file_actions_t files;
        posix_spawnattr_t ways;
        posix_spawn_file_actions_init(&files);
        posix_spawn_file_actions_adddup2(&files, both[1], STDIN_FILENO);
        posix_spawn_file_actions_adddup2(&files, both[1], STDOUT_FILENO);
        posix_spawn_file_actions_addopen(&files, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
        // Sockets and databases of this process are none of its business.
        posix_spawn_file_actions_addclosefrom_np(&files, STDERR_FILENO + 1);
        posix_spawnattr_init(&ways);
        sigset_t none, all;
        sigemptyset(&none);
        sigfillset(&all);
        posix_spawnattr_setsigmask(&ways, &none);
        posix_spawnattr_setsigdefault(&ways, &all);
        posix_spawnattr_setflags(&ways, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
        std::string name = program.string(), pixels = std::to_string(side), language = "LC_ALL=C";
        char* words[] = {name.data(), pixels.data(), nullptr};
        char* environment[] = {language.data(), nullptr};
        const bool started = posix_spawn(&m_process, name.c_str(), &files, &ways, words, environment) == 0;
        if (!started) m_process = -1;
        posix_spawn_file_actions_destroy(&files);
        posix_spawnattr_destroy(&ways);
        close(both[1]);
        return started;
    }

    [[nodiscard]] int socket() const { return m_socket; }

    // How it ended; none where it was killed. It has said all that it says: what goes on all the same is ended.
    std::optional<int> end(bool kill) {
        if (m_process < 0) return std::nullopt;
        int status = 0;
        for (const auto until = Steady::now() + kFarewell; !kill && Steady::now() < until;) {
            if (waitpid(m_process, &status, WNOHANG) == m_process) return ended(status);
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        }
        ::kill(m_process, SIGKILL);
        while (waitpid(m_process, &status, 0) < 0 && errno == EINTR) {
        }
        return ended(status);
    }

  private:
    std::optional<int> ended(int status) {
        m_process = -1;
        return WIFEXITED(status) ? std::optional(WEXITSTATUS(status)) : std::nullopt;
    }

    pid_t m_process = -1;
    int m_socket = -1;
};

}  // namespace

Result<Bytes> makePicture(const std::filesystem::path& program, BlobReader& original, int side,
                          const std::function<bool()>& stopping) {
    const auto size = original.size();
    const auto none = [] {
        return fail(ErrorKind::malformed, "no_picture", "no small picture can be made of this file");
    };
    if (size == 0 || size > kMostOriginalBytes) return none();
    Maker maker;
    if (!maker.start(program, side)) return failed("cannot be started: " + program.string());

    Bytes piece(kPiece), made;
    std::size_t from = 0, have = 0;
    bool saidAll = false;
    const auto until = Steady::now() + kMakerPatience;
    for (std::uint64_t at = 0;;) {
        if (stopping()) return fail(ErrorKind::offline, "stopped", "the server is ending");
        if (Steady::now() > until) return none();
        if (from == have && at < size) {
            from = 0;
            have = original.read(at, piece);
            if (have == 0) return fail(ErrorKind::broken, "no_file", "the file ends before its end");
            at += have;
        }
        if (from == have && !saidAll) {
            saidAll = true;
            shutdown(maker.socket(), SHUT_WR);
        }
        pollfd look{maker.socket(), static_cast<short>(saidAll ? POLLIN : POLLIN | POLLOUT), 0};
        if (poll(&look, 1, kLookAround) <= 0) continue;
        if (!saidAll && (look.revents & POLLOUT) != 0) {
            const auto sent = send(maker.socket(), piece.data() + from, have - from, MSG_NOSIGNAL | MSG_DONTWAIT);
            // It may have seen enough, and ended: how, it says below.
            if (sent < 0 && errno != EAGAIN && errno != EINTR) break;
            if (sent > 0) from += static_cast<std::size_t>(sent);
        }
        if ((look.revents & (POLLIN | POLLHUP | POLLERR)) == 0) continue;
        Bytes answer(kPiece);
        const auto got = recv(maker.socket(), answer.data(), answer.size(), MSG_DONTWAIT);
        if (got < 0 && (errno == EAGAIN || errno == EINTR)) continue;
        if (got <= 0) break;
        made.insert(made.end(), answer.begin(), answer.begin() + got);
        if (made.size() > kMostSmallBytes) return none();
    }
    const auto exit = maker.end(false);
    if (!exit || *exit == kNoPictureExit) return none();  // killed: it used what it may not, or too much
    if (*exit != 0 || made.empty()) return failed("does not work here");
    return made;
}

}  // namespace plumb::server
