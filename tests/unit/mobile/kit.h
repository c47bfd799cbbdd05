// A tablet's home with one enrolled inspector (PIN 2468), a published site and the checklist 6a; and the app's workers
// and settings over it. The clock is the test's. No network: the server that is named does not exist.
#pragma once

#include <functional>
#include <memory>

#include "mobile/people/person_info.h"
#include "mobile/store/store_thread.h"
#include "mobile/ui/settings.h"
#include "tests/unit/store/store_fixture.h"

namespace plumb::test {

inline constexpr const char* kPin = "2468";
// A second inspector's, on the same tablet; in order of name she is the second.
inline constexpr const char* kColleague = "检查员龚";
inline constexpr const char* kColleaguePin = "1357";

class Bench {
  public:
    explicit Bench(const domain::Grant& grant = {domain::Role::inspector, {"6203"}, {}});

    [[nodiscard]] mobile::StoreThread& store() { return *m_store; }
    [[nodiscard]] const QString& home() const { return m_home; }
    // Opens the vault, as after the right PIN.
    mobile::Unlocked unlock();
    // Ends the vault thread and starts another over the same home, as after a crash.
    void restart();

    // A second inspector has a vault on this tablet, too, and knows what was published so far.
    void addColleague();
    // A document that the administrator published; the tablet pulled it.
    void publish(const std::string& document, const json::object& more = {});
    // Nothing begins on it any more; the tablet pulled that.
    void withdraw(const std::string& document, const std::string& reason);
    // Sites many-FIRST …, named 示范区 FIRST …; the tablet pulled them.
    void publishSites(int count, int first = 0);
    // From now on the tablet is the enterprise's of the site yongchang; it knows the small checklist and a round by it,
    // open from `opens` to `closes`.
    void becomeEnterprise(const std::string& opens = "2026-11-16", const std::string& closes = "2026-11-29");
    void closeRound();
    // Answers of the small checklist that a colleague contributed on another device, by item; the tablet pulled them.
    void contributeElsewhere(json::object items);
    // A supervisor returned this version of a record; the tablet pulled that.
    void returnRecord(const QString& id, const Sha256& hash, const std::string& comment);
    // A supervisor assigns a task about the site yongchang (body of task.assigned); the tablet pulled that. Gives its
    // id.
    QString assign(json::object body);
    // A supervisor assigned a check of the site by the checklist 6a to the person of this tablet, due on the day; the
    // tablet pulled it. Gives the task's id.
    QString assignTask(const std::string& due = "2026-12-05");
    // The administrator revoked the tablet's key; the tablet pulled that.
    void revoke();
    // A key that the chain of trust vouches for.
    [[nodiscard]] const crypto::PrivateKey& deviceKey() const { return m_source.device; }
    // Of an inspector with another tablet.
    [[nodiscard]] const crypto::PrivateKey& colleagueKey() const { return m_source.colleague; }
    // Work on the vault thread, waited for.
    template <class Work>
    auto ask(Work work) {
        using Answer = std::invoke_result_t<Work, mobile::LocalStore&>;
        std::optional<Answer> out;
        m_store->ask(m_store.get(), work, [&](Answer answer) { out = std::move(answer); });
        wait([&] { return out.has_value(); });
        return std::move(*out);
    }

    Instant now = parseInstant("2026-11-22T08:15:30.123+08:00").value();

  private:
    void takeGrants();
    // What the source has, the tablet gets.
    void pull();
    static void wait(const std::function<bool()>& holds);

    std::optional<crypto::PrivateKey> m_supervisor;
    Sha256 m_small;   // the small checklist's document
    Tablet m_source;  // whose keys sign what is published
    TemporaryFolder m_folder;
    QString m_home;
    std::unique_ptr<mobile::Settings> m_settings;
    std::unique_ptr<mobile::StoreThread> m_store;
};

// Runs the event loop until it holds; fails the test when it does not within ten seconds.
void waitFor(const std::function<bool()>& holds);

}  // namespace plumb::test
