// Receivers that are told of new lines: who registered them, what they are told of, how far each has come, what was
// sent, and who did what with them. A database of its own beside the log's, and no part of the log: it holds secrets,
// operators change and delete what stands here, and how far a receiver came follows from no line. Who registered,
// stopped or took over a receiver is kept all the same, in a journal that only grows. Thread-safe; each change is one
// transaction, durable when it returns.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/bytes.h"
#include "shared/base/clock.h"
#include "shared/base/sha256.h"
#include "sync-server/store/sql.h"

namespace plumb::server {

// Deliveries of one receiver that are kept, the newest.
inline constexpr std::size_t kDeliveriesKept = 200;

enum class HookState {
    sending,
    stopped,  // by an administrator
    off,      // by the server, for the reason that it tells
};
std::string_view hookStateName(HookState state);

// Lines that are told in one message. It is written down before it is sent the first time, so that whatever ends
// meanwhile, the same lines go out under the same id.
struct HookBatch {
    std::string id;                  // webhook-id
    std::uint64_t from = 0, to = 0;  // log indexes, `to` not included
    TimePoint made{};
    unsigned attempts = 0;
    std::optional<TimePoint> failing;  // since when it could not be delivered
};

struct Hook {
    std::string id, name, url;
    std::string region;              // a prefix; "": everywhere
    std::vector<std::string> types;  // of records; none: all
    std::string owner;               // the key by whose rights it is told
    std::string person;              // whose key that is
    Bytes secret, oldSecret;         // the old one signs beside the new one until `oldUntil`
    TimePoint oldUntil{};
    HookState state = HookState::sending;
    std::string reason, error;  // why it is off, as a code; what the last failure was, in words
    int status = 0;             // of the last answer; 0: there was none
    TimePoint made{};
    std::uint64_t next = 0;        // the first line that it was not told of
    std::optional<Sha256> before;  // of the line just before `next`, by which a log that was replaced shows
    TimePoint due{};               // not before
    std::optional<TimePoint> delivered;
    std::optional<HookBatch> batch;  // on its way
};

struct HookDelivery {
    std::string id;
    std::uint64_t from = 0, to = 0, records = 0;
    TimePoint made{}, tried{};
    unsigned attempts = 0;
    int status = 0;  // of the last answer; 0: there was none
    std::chrono::milliseconds took{0};
    std::string error;       // "" where it was taken
    bool delivered = false;  // once at least
    bool again = false;      // somebody asked that it be sent again, and it was not yet
};

// What a person did with a receiver.
struct HookAct {
    TimePoint at{};
    std::string kid, person, act, detail;
};

// What one change writes beside the hook itself.
struct HookNotes {
    std::optional<HookDelivery> delivery;
    std::optional<HookAct> act;
};

class HookBook {
  public:
    explicit HookBook(const std::filesystem::path& file);
    // In a database that has others beside it (store/book.h).
    explicit HookBook(std::unique_ptr<sql::Connection> book);
    ~HookBook();

    // In the order in which they were registered.
    [[nodiscard]] std::vector<Hook> all() const;
    [[nodiscard]] std::optional<Hook> find(std::string_view id) const;
    // The newest first.
    [[nodiscard]] std::vector<HookDelivery> deliveries(std::string_view hook, std::size_t limit) const;
    [[nodiscard]] std::optional<HookDelivery> delivery(std::string_view hook, std::string_view id) const;
    // The one that was asked to be sent again first.
    [[nodiscard]] std::optional<HookDelivery> again(std::string_view hook) const;
    // Of this receiver, also of one that was removed, the newest first.
    [[nodiscard]] std::vector<HookAct> acts(std::string_view hook, std::size_t limit) const;

    void add(const Hook& hook, const HookAct& act);
    // False where there is no such receiver (any more), or `change` answers so: then nothing is written.
    bool change(std::string_view id, const std::function<bool(Hook&, HookNotes&)>& change);
    // Its deliveries go too, its acts stay.
    void remove(std::string_view id, const HookAct& act);

  private:
    struct Inside;
    std::unique_ptr<Inside> m_inside;
};

}  // namespace plumb::server
