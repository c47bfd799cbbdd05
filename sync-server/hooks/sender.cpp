#include "sync-server/hooks/sender.h"

#include <spdlog/spdlog.h>

#include <algorithm>

#include "shared/base/uuid.h"
#include "sync-server/hooks/batch.h"
#include "sync-server/hooks/retry.h"
#include "sync-server/hooks/signature.h"
#include "sync-server/hooks/tuning.h"

namespace plumb::server {
namespace {

bool isTaken(int status) {
    return status >= 200 && status < 300;
}

std::string sentenceOf(int status) {
    const auto number = std::to_string(status);
    if (status >= 300 && status < 400)
        return "the receiver answered " + number + "; redirections are not followed, register the address itself";
    if (status == 410) return "the receiver answered 410: it wants no more messages";
    return "the receiver answered " + number;
}

}  // namespace

// How one call went.
struct HookSender::Attempt {
    HookBatch batch;
    std::size_t records = 0;
    TimePoint at{};
    std::chrono::milliseconds took{0};
    int status = 0;
    std::string error;  // "": it was taken
    std::optional<std::chrono::seconds> retryAfter = {};
    bool stopped = false;  // by this server's own end: it counts for nothing

    [[nodiscard]] HookDelivery told(const std::optional<HookDelivery>& before) const {
        HookDelivery out = before.value_or(HookDelivery{});
        out.id = batch.id;
        out.from = batch.from;
        out.to = batch.to;
        out.records = records;
        out.made = batch.made;
        out.tried = at;
        ++out.attempts;
        out.status = status;
        out.took = took;
        out.error = error;
        out.delivered = out.delivered || error.empty();
        return out;
    }
};

HookSender::HookSender(HookPlace place, std::unique_ptr<HookPost> post)
    : m_place(std::move(place)), m_post(std::move(post)) {}

HookSender::~HookSender() {
    {
        const std::lock_guard lock(m_mutex);
        m_ending = true;
    }
    m_ends.notify_all();
    m_post->cancel();
    for (auto& thread : m_threads) thread.join();
}

void HookSender::start(unsigned threads) {
    while (threads-- > 0) m_threads.emplace_back([this] { work(); });
}

void HookSender::work() {
    for (;;) {
        bool did = false;
        try {
            did = step();
        } catch (const std::exception& error) {
            spdlog::error("telling receivers failed: {}", error.what());
        }
        std::unique_lock lock(m_mutex);
        if (m_ending) return;
        if (!did && m_ends.wait_for(lock, kHookGlance, [this] { return m_ending; })) return;
    }
}

std::uint64_t HookSender::position(const Hook& hook) const {
    const std::lock_guard lock(m_mutex);
    const auto found = m_passed.find(hook.id);
    const bool holds = found != m_passed.end() && found->second.from == hook.next && found->second.owner == hook.owner;
    return holds ? found->second.to : hook.next;
}

void HookSender::forget(const std::string& hook) {
    const std::lock_guard lock(m_mutex);
    m_passed.erase(hook);
}

// The next receiver, in turn, that may have something to do and that no other thread serves.
std::optional<Hook> HookSender::take() {
    auto hooks = m_place.book.all();
    const auto size = m_place.head.get()->size;
    const auto now = m_place.clock().utc;
    const auto isDue = [&](const Hook& hook) {
        return (hook.due <= now && (hook.batch || position(hook) != size)) || m_place.book.again(hook.id);
    };
    std::erase_if(hooks, [&](const Hook& hook) { return hook.state != HookState::sending || !isDue(hook); });
    const std::lock_guard lock(m_mutex);
    const auto after = std::partition_point(hooks.begin(), hooks.end(), [&](const Hook& h) { return h.id <= m_last; });
    std::rotate(hooks.begin(), after, hooks.end());
    for (auto& hook : hooks) {
        if (!m_busy.insert(hook.id).second) continue;
        m_last = hook.id;
        return std::move(hook);
    }
    return std::nullopt;
}

bool HookSender::step() {
    if (!m_place.works()) return false;
    auto hook = take();
    if (!hook) return false;
    const auto leave = [&] {
        const std::lock_guard lock(m_mutex);
        m_busy.erase(hook->id);
    };
    try {
        // As it stands now: another thread may have served it since it was looked at.
        if (const auto kept = m_place.book.find(hook->id); kept && kept->state == HookState::sending) serve(*kept);
    } catch (...) {
        leave();
        throw;
    }
    leave();
    return true;
}

void HookSender::serve(const Hook& hook) {
    const auto owner = hookOwner(hook, m_place.trust);
    if (!owner) return turnOff(hook, owner.error());
    const auto reader = m_place.readers.borrow();
    if (const auto again = m_place.book.again(hook.id)) return sendAgain(hook, *again, *owner, *reader);
    if (hook.due > m_place.clock().utc) return;
    if (hook.batch) return sendBatch(hook, *owner, *reader);
    prepare(hook, *owner, *reader);
}

namespace {

// Whether the log still holds what the receiver was told of: one that was put back from a backup has other lines there.
bool continues(const Hook& hook, std::uint64_t size, StoreReader& reader) {
    if (hook.next > size || (hook.batch && hook.batch->to > size)) return false;
    if (hook.next == 0 || !hook.before) return true;
    const auto entry = reader.entry(hook.next - 1);
    return entry && entry->hash == *hook.before;
}

Error logReplaced() {
    return {ErrorKind::conflict, "log_replaced",
            "the log is not the one that this receiver was told of (it was put back from a backup); set it going again "
            "from the line that it is to begin with"};
}

}  // namespace

void HookSender::prepare(const Hook& hook, const Principal& owner, StoreReader& reader) {
    const auto size = m_place.head.get()->size;
    const auto from = position(hook);
    if (from > size || !continues(hook, size, reader)) return turnOff(hook, logReplaced());
    const auto stretch = readStretch(hook, owner, {from, size, kMostHookRecords}, reader);
    if (stretch.records.empty()) return pass(hook, stretch.to, reader);
    const auto now = m_place.clock().utc;
    m_place.book.change(hook.id, [&](Hook& kept, HookNotes&) {
        // What concerns the receiver was judged by this owner's rights.
        if (kept.batch || kept.next != hook.next || kept.state != HookState::sending || kept.owner != hook.owner)
            return false;
        kept.batch = HookBatch{"msg_" + makeUuid7(now), stretch.records.front().index, stretch.to, now, 0, {}};
        return true;
    });
}

// Nothing there concerns the receiver. Where it stands is written down now and then; until then it is looked at again
// after a restart.
void HookSender::pass(const Hook& hook, std::uint64_t to, StoreReader& reader) {
    {
        const std::lock_guard lock(m_mutex);
        m_passed[hook.id] = {hook.owner, hook.next, to};
    }
    if (to - hook.next < kHookRowsLookedAt) return;
    const auto entry = reader.entry(to - 1);
    m_place.book.change(hook.id, [&](Hook& kept, HookNotes&) {
        if (kept.batch || kept.next != hook.next || kept.owner != hook.owner) return false;
        kept.next = to;
        kept.before = entry ? std::optional(entry->hash) : std::nullopt;
        return true;
    });
}

HookSender::Attempt HookSender::attempt(const Hook& hook, const HookBatch& batch, const Principal& owner,
                                        StoreReader& reader) {
    Attempt out;
    out.batch = batch;
    out.at = m_place.clock().utc;
    // As her rights are now; what was asked for may be narrower than when the message was made.
    const auto records = readStretch(hook, owner, {batch.from, batch.to}, reader).records;
    out.records = records.size();
    if (records.empty()) return out;
    HookMessage message{
        hook.url, batch.id, hookTimestamp(out.at), {}, hookBody(hook, batch, records, m_place.origin, reader)};
    std::vector<ByteView> secrets{hook.secret};
    if (!hook.oldSecret.empty() && out.at < hook.oldUntil) secrets.emplace_back(hook.oldSecret);
    message.signature = hookSignature(secrets, message.id, message.timestamp, message.body);
    const auto begun = std::chrono::steady_clock::now();
    const auto answer = m_post->post(message);
    out.took = std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - begun);
    if (!answer) {
        out.error = answer.error().detail;
        out.stopped = answer.error().code == "stopped";
    } else {
        out.status = answer->status;
        out.retryAfter = answer->retryAfter;
        if (!isTaken(out.status)) out.error = sentenceOf(out.status);
    }
    if (!out.stopped) ++(out.error.empty() ? m_counts.delivered : m_counts.failed);
    return out;
}

void HookSender::sendBatch(const Hook& hook, const Principal& owner, StoreReader& reader) {
    // A log that was put back meanwhile has other lines in this stretch.
    if (!continues(hook, m_place.head.get()->size, reader)) return turnOff(hook, logReplaced());
    const auto made = attempt(hook, *hook.batch, owner, reader);
    if (!made.stopped) note(hook, made, reader);
}

void HookSender::note(const Hook& hook, const Attempt& made, StoreReader& reader) {
    const auto held = holdDeliveries();
    // With it stands whether somebody asked meanwhile that it be sent again: that is cleared where it is done.
    const auto before = m_place.book.delivery(hook.id, made.batch.id);
    const auto last = reader.entry(made.batch.to - 1);
    const auto late = waitAfter(made.batch.attempts + 1, chance(), made.retryAfter);
    const char* off = nullptr;
    m_place.book.change(hook.id, [&](Hook& kept, HookNotes& notes) {
        // Somebody set it elsewhere while the call was under way.
        if (!kept.batch || kept.batch->id != made.batch.id) return false;
        if (made.records > 0) notes.delivery = made.told(before);
        kept.status = made.status;
        kept.error = made.error;
        if (made.error.empty()) {
            kept.next = made.batch.to;
            kept.before = last ? std::optional(last->hash) : std::nullopt;
            if (made.records > 0) kept.delivered = made.at;
            kept.batch.reset();
            kept.due = {};
            return true;
        }
        auto& batch = *kept.batch;
        ++batch.attempts;
        if (!batch.failing) batch.failing = made.at;
        kept.due = made.at + late;
        if (kept.state == HookState::sending && made.status == 410) off = "gone";
        if (kept.state == HookState::sending && made.at - *batch.failing >= kHookPatience) off = "failing";
        if (off) {
            kept.state = HookState::off;
            kept.reason = off;
        }
        return true;
    });
    if (!off) return;
    ++m_counts.turnedOff;
    spdlog::warn("receiver {} is told nothing more ({}): {}", hook.id, off, made.error);
}

void HookSender::sendAgain(const Hook& hook, const HookDelivery& delivery, const Principal& owner,
                           StoreReader& reader) {
    const auto made = attempt(hook, {delivery.id, delivery.from, delivery.to, delivery.made, 0, {}}, owner, reader);
    if (made.stopped) return;
    const auto held = holdDeliveries();
    m_place.book.change(hook.id, [&](Hook&, HookNotes& notes) {
        // Of lines that the owner may no longer read nothing goes out.
        auto told = made.records > 0 ? made.told(delivery) : delivery;
        if (made.records == 0) told.error = "nothing of it may be told any more";
        told.again = false;
        notes.delivery = told;
        return true;
    });
}

void HookSender::turnOff(const Hook& hook, const Error& why) {
    const bool done = m_place.book.change(hook.id, [&](Hook& kept, HookNotes&) {
        if (kept.state != HookState::sending || kept.owner != hook.owner || kept.next != hook.next) return false;
        kept.state = HookState::off;
        kept.reason = why.code;
        kept.error = why.detail;
        return true;
    });
    if (!done) return;
    ++m_counts.turnedOff;
    spdlog::warn("receiver {} is told nothing more ({}): {}", hook.id, why.code, why.detail);
}

double HookSender::chance() {
    const std::lock_guard lock(m_mutex);
    return std::uniform_real_distribution<double>(0, 1)(m_random);
}

}  // namespace plumb::server
