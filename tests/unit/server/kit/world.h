// A server in this process, in a folder of its own, without sockets, with a clock that the test moves; and the people
// around it. Calls go the way that a connection's request loop takes: admission, then the handler or the body's sink.
#pragma once

#include <atomic>
#include <filesystem>

#include "shared/crypto/vault.h"
#include "sync-server/http/admit.h"
#include "sync-server/setup/running.h"
#include "tests/unit/server/kit/author.h"

namespace plumb::server::kit {

class TempFolder {
  public:
    TempFolder();
    ~TempFolder();
    TempFolder(const TempFolder&) = delete;
    TempFolder& operator=(const TempFolder&) = delete;
    std::filesystem::path path;
};

// Cheap, since tests make many servers.
constexpr crypto::PinCost kTestCost{10};

struct Call {
    Method method = Method::get;
    std::string target;
    std::string body = {};
    Headers headers = {};
    std::string peer = "127.0.0.1";
};

// The call as its caller makes it; "": without a token.
Response callAt(Services& services, const Call& call, const std::string& token);

class World {
  public:
    explicit World(Limits limits = {}, std::int64_t maxPages = 0, crypto::Suite suite = crypto::Suite::eddsa);

    [[nodiscard]] Services& services() { return m_running->services(); }
    [[nodiscard]] Clock clock();
    void pass(std::chrono::milliseconds time) { m_now += time.count(); }
    [[nodiscard]] TimePoint now() const { return TimePoint(std::chrono::milliseconds(m_now.load())); }
    // Ends the server as a stop does, and opens its folder again.
    void restart(std::int64_t maxPages = 0);
    void stop() { m_running.reset(); }
    // Starts it again with this program, which makes small pictures.
    void makePicturesBy(std::filesystem::path program) {
        m_pictureMaker = std::move(program);
        restart();
    }
    // Enrols the server's intake, as its operator does while it is stopped.
    void openIntake();
    [[nodiscard]] DataFolder folder() const { return {m_folder.path / "data"}; }

    // The call as its caller makes it; null: without a token.
    Response call(const Call& call, const Author* caller = nullptr);
    Response get(const std::string& target, const Author* caller = nullptr) {
        return call({Method::get, target}, caller);
    }
    // The parsed answer, which must have this status.
    json::object answered(const Response& response, int status = 200);
    std::string token(const Author& author);

    // The first administrator, enrolled at her first use.
    Author& admin();
    // Someone with one role, invited by the administrator and enrolled.
    Author enrol(domain::Role role, std::vector<std::string> regions, crypto::Suite suite = crypto::Suite::eddsa,
                 std::vector<std::string> sites = {});
    // Somebody of the enterprise of this site.
    Author enrolAt(const std::string& site) {
        return enrol(domain::Role::enterprise, {}, crypto::Suite::eddsa, {site});
    }
    // An invitation by the administrator, not yet claimed.
    domain::Invitation invite(domain::Role role, std::vector<std::string> regions,
                              std::chrono::hours life = std::chrono::hours(240), std::vector<std::string> sites = {});
    [[nodiscard]] domain::Invitation firstInvitation() const { return domain::parseInvitation(m_uri).value(); }

    // The answer to a push of these lines, carried by `carrier`.
    json::object push(const std::vector<record::Line>& lines, const Author& carrier, std::uint64_t have = 0);
    // What became of the one line: "accepted", "known", or the code of its refusal.
    std::string fate(const record::Line& line, const Author& carrier);
    void upload(const std::string& content, const Author& author);
    // Publishes the checklist 6a and a site of region 620321.
    void publish();

  private:
    TempFolder m_folder;
    std::atomic<std::int64_t> m_now;
    Limits m_limits;
    std::filesystem::path m_pictureMaker;
    std::string m_uri;
    std::unique_ptr<Running> m_running;
    std::optional<Author> m_admin;
    std::map<std::string, std::pair<std::string, TimePoint>> m_tokens;
};

std::string joined(const std::vector<record::Line>& lines);

}  // namespace plumb::server::kit
