// plumbserver as a program of its own, over real TLS sockets: started, killed, started again on the same folder.
#pragma once

#include <sys/types.h>

#include "shared/sync/http.h"
#include "tests/unit/server/kit/world.h"

namespace plumb::server::kit {

class ServerProcess {
  public:
    // init in a fresh folder; not yet serving.
    explicit ServerProcess(crypto::Suite suite = crypto::Suite::eddsa);
    // Another front end of the log of `first`: its keys and its certificate in a folder of its own.
    explicit ServerProcess(const ServerProcess* first);
    ~ServerProcess();

    // As one of several front ends that share what lies in the folder of `first`.
    void startFrontEnd(const std::string& name, const ServerProcess& first);
    void start(const std::vector<std::string>& more = {}, std::uint64_t fileSizeLimit = 0);
    // SIGTERM; the exit status.
    int stop();
    // SIGKILL.
    void kill();
    // SIGSTOP and SIGCONT.
    void sleep();
    void wake();

    [[nodiscard]] const domain::Invitation& invitation() const { return m_invitation; }
    [[nodiscard]] std::string url() const;
    [[nodiscard]] sync::HttpClient client() const { return {url(), m_invitation.pin}; }
    [[nodiscard]] std::filesystem::path data() const { return m_folder.path / "data"; }
    [[nodiscard]] unsigned short port() const { return m_port; }
    [[nodiscard]] pid_t pid() const { return m_pid; }

  private:
    int waitForEnd();

    TempFolder m_folder;
    domain::Invitation m_invitation;
    unsigned short m_port = 0;
    pid_t m_pid = -1;
};

// People at such a server, by real calls.
struct Remote {
    explicit Remote(const ServerProcess& process) : process(process), client(process.client()) {}

    Author enrol(const domain::Invitation& invitation, crypto::Suite suite = crypto::Suite::eddsa);
    domain::Invitation inviteBy(Author& admin, domain::Role role, std::vector<std::string> regions);
    Author enrolBy(Author& admin, domain::Role role, std::vector<std::string> regions,
                   crypto::Suite suite = crypto::Suite::eddsa);
    std::string token(const Author& author);
    // An authorised call; a status of 0 means that nobody answered.
    sync::HttpResponse call(const std::string& method, const std::string& path, const std::string& token,
                            std::string body = {}, std::vector<std::string> headers = {});
    void publish(Author& admin);

    const ServerProcess& process;
    sync::HttpClient client;
};

}  // namespace plumb::server::kit
