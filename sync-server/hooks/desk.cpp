#include "sync-server/hooks/desk.h"

#include <algorithm>

#include "shared/base/uuid.h"
#include "shared/crypto/hash.h"
#include "sync-server/hooks/signature.h"
#include "sync-server/hooks/tuning.h"

namespace plumb::server {
namespace {

constexpr std::size_t kLongestName = 120, kDeliveriesTold = 50, kActsTold = 50;

bool holds(const Principal& caller, domain::Role role, std::string_view region) {
    return std::any_of(caller.grants.begin(), caller.grants.end(),
                       [&](const domain::Grant& g) { return g.role == role && g.covers(region); });
}
bool isAny(const Principal& caller, domain::Role role) {
    return std::any_of(caller.grants.begin(), caller.grants.end(), [&](const auto& g) { return g.role == role; });
}
bool maySee(const Principal& caller, const Hook& hook) {
    return holds(caller, domain::Role::administrator, hook.region) || holds(caller, domain::Role::auditor, hook.region);
}

tl::unexpected<Error> bad(std::string why) {
    return fail(ErrorKind::malformed, "bad_hook", std::move(why));
}
tl::unexpected<Error> unknown() {
    return fail(ErrorKind::notFound, "hook_unknown", "there is no such receiver in the regions that you administer");
}
tl::unexpected<Error> notHers(std::string_view region) {
    return fail(ErrorKind::forbidden, "wrong_region",
                region.empty() ? "a receiver of everywhere is for an administrator of everywhere; name a region"
                               : "you are no administrator of the region " + std::string(region));
}

Result<std::vector<std::string>> typesOf(const json::object& asked) {
    std::vector<std::string> out;
    const auto* types = asked.if_contains("types");
    if (!types) return out;
    if (!types->is_array()) return bad("\"types\" must be a list of kinds of record; an empty one means all");
    for (const auto& type : types->get_array()) {
        const auto* name = type.if_string();
        const auto& known = domain::recordTypes();
        if (!name || std::none_of(known.begin(), known.end(), [&](const auto& t) { return t.name == *name; }))
            return bad("\"types\": \"" + (name ? std::string(*name).substr(0, 60) : toText(type).substr(0, 60)) +
                       "\" is no kind of record");
        if (std::find(out.begin(), out.end(), *name) == out.end()) out.emplace_back(*name);
    }
    return out;
}

// The line that it is told of first; what stands before it is remembered, by which a replaced log shows.
Result<void> place(Hook& hook, const json::value& from, std::uint64_t size, StoreReader& reader) {
    if (!from.is_int64() || from.get_int64() < 0 || static_cast<std::uint64_t>(from.get_int64()) > size)
        return fail(ErrorKind::malformed, "hook_position",
                    "\"from\" must be an index of the log, from 0 to " + std::to_string(size));
    hook.next = static_cast<std::uint64_t>(from.get_int64());
    const auto entry = hook.next > 0 ? reader.entry(hook.next - 1) : std::nullopt;
    hook.before = entry ? std::optional(entry->hash) : std::nullopt;
    hook.batch.reset();
    return {};
}

HookAct actOf(const Principal& caller, TimePoint at, std::string act, std::string detail = {}) {
    return {at, caller.kid, caller.personName, std::move(act), std::move(detail)};
}

json::value timeOrNull(const std::optional<TimePoint>& at) {
    return at ? json::value(formatInstant({*at, std::chrono::minutes{0}})) : json::value(nullptr);
}

json::object tell(const HookDelivery& one) {
    return {{"id", one.id},
            {"from", one.from},
            {"to", one.to},
            {"records", one.records},
            {"made", timeOrNull(one.made)},
            {"tried", timeOrNull(one.tried)},
            {"attempts", one.attempts},
            {"status", one.status},
            {"milliseconds", one.took.count()},
            {"error", one.error},
            {"delivered", one.delivered},
            {"again", one.again}};
}

}  // namespace

json::object HookDesk::tell(const Hook& hook) const {
    json::object out{{"id", hook.id},
                     {"name", hook.name},
                     {"url", hook.url},
                     {"region", hook.region},
                     {"types", json::array(hook.types.begin(), hook.types.end())},
                     {"owner", hook.owner},
                     {"owner_name", hook.person},
                     {"state", hookStateName(hook.state)},
                     {"reason", hook.reason},
                     {"error", hook.error},
                     {"status", hook.status},
                     {"made", timeOrNull(hook.made)},
                     {"delivered", timeOrNull(hook.delivered)},
                     {"next", m_place.sender.position(hook)},
                     {"pending", nullptr},
                     {"due", nullptr}};
    if (hook.batch) {
        out["pending"] = json::object{{"id", hook.batch->id},
                                      {"from", hook.batch->from},
                                      {"to", hook.batch->to},
                                      {"attempts", hook.batch->attempts},
                                      {"failing", timeOrNull(hook.batch->failing)}};
        if (hook.batch->attempts > 0) out["due"] = timeOrNull(hook.due);
    }
    return out;
}

Result<json::object> HookDesk::list(const Principal& caller) const {
    const bool administers = isAny(caller, domain::Role::administrator);
    if (!administers && !isAny(caller, domain::Role::auditor))
        return fail(ErrorKind::forbidden, "wrong_role", "receivers are for administrators to register and to look at");
    json::array items;
    for (const auto& hook : m_place.book.all()) {
        if (maySee(caller, hook)) items.push_back(tell(hook));
    }
    return json::object{
        {"items", std::move(items)}, {"log_size", m_place.head.get()->size}, {"may_register", administers}};
}

Result<json::object> HookDesk::show(const Principal& caller, std::string_view id) const {
    const auto hook = m_place.book.find(id);
    if (!hook || !maySee(caller, *hook)) return unknown();
    json::array deliveries, acts;
    for (const auto& one : m_place.book.deliveries(id, kDeliveriesTold)) deliveries.push_back(server::tell(one));
    for (const auto& one : m_place.book.acts(id, kActsTold))
        acts.push_back(json::object{{"at", timeOrNull(one.at)},
                                    {"key", one.kid},
                                    {"person", one.person},
                                    {"act", one.act},
                                    {"detail", one.detail}});
    return json::object{{"hook", tell(*hook)},
                        {"log_size", m_place.head.get()->size},
                        {"deliveries", std::move(deliveries)},
                        {"acts", std::move(acts)}};
}

Result<json::object> HookDesk::add(const Principal& caller, const json::object& asked) {
    if (!isAny(caller, domain::Role::administrator))
        return fail(ErrorKind::forbidden, "wrong_role", "a receiver is registered by an administrator");
    Hook hook;
    hook.name = textOr(asked, "name");
    hook.url = textOr(asked, "url");
    hook.region = textOr(asked, "region");
    if (hook.name.empty() || hook.name.size() > kLongestName || hook.name.find_first_of("\r\n") != std::string::npos)
        return bad("\"name\" must say on one line who is told, in at most 40 characters");
    if (auto good = checkReceiverUrl(hook.url, m_place.rule); !good) return fail(good.error());
    if (!domain::isRegion(hook.region)) return bad("\"region\" must be a code of 2, 4 or 6 digits, or \"\"");
    if (!holds(caller, domain::Role::administrator, hook.region)) return notHers(hook.region);
    auto types = typesOf(asked);
    if (!types) return fail(types.error());
    hook.types = std::move(*types);
    const auto now = m_place.clock().utc;
    const auto size = m_place.head.get()->size;
    const auto* from = asked.if_contains("from");
    const auto reader = m_place.readers.borrow();
    if (auto good = place(hook, from ? *from : json::value(static_cast<std::int64_t>(size)), size, *reader); !good)
        return fail(good.error());
    if (m_place.book.all().size() >= kMostHooks)
        return fail(ErrorKind::refused, "too_many_hooks",
                    "this server tells at most " + std::to_string(kMostHooks) + " receivers; remove one first");
    hook.id = makeUuid7(now);
    hook.owner = caller.kid;
    hook.person = caller.personName;
    hook.secret = crypto::randomBytes(kHookSecretBytes);
    hook.made = now;
    m_place.book.add(hook, actOf(caller, now, "registered", hook.url));
    return json::object{{"hook", tell(hook)}, {"secret", hookSecretText(hook.secret)}};
}

Result<void> HookDesk::resume(Hook& hook, const Principal& caller, const json::object& asked) const {
    if (const auto* from = asked.if_contains("from"); from && !from->is_null()) {
        const auto reader = m_place.readers.borrow();
        if (auto good = place(hook, *from, m_place.head.get()->size, *reader); !good) return good;
    } else if (hook.reason == "log_replaced") {
        return fail(ErrorKind::malformed, "hook_position",
                    "the log was replaced: \"from\" must say which line this receiver is to begin with");
    }
    // What stands in the message was judged by the rights of whoever owned the receiver until now.
    if (hook.batch && hook.owner != caller.kid) hook.batch.reset();
    hook.owner = caller.kid;
    hook.person = caller.personName;
    hook.state = HookState::sending;
    hook.reason.clear();
    hook.error.clear();
    hook.due = {};
    if (hook.batch) {
        hook.batch->failing.reset();
        hook.batch->attempts = 0;
    }
    return {};
}

Result<json::object> HookDesk::act(const Principal& caller, std::string_view id, const json::object& asked) {
    const auto found = m_place.book.find(id);
    if (!found || !maySee(caller, *found)) return unknown();
    if (!holds(caller, domain::Role::administrator, found->region)) return notHers(found->region);
    const auto now = m_place.clock().utc;
    const auto act = textOr(asked, "act");
    Result<void> done;
    std::string secret;
    if (act == "remove") {
        m_place.book.remove(id, actOf(caller, now, "removed", found->url));
        m_place.sender.forget(found->id);
        return json::object{{"hook", nullptr}};
    }
    const auto wanted = textOr(asked, "delivery");
    const auto held = m_place.sender.holdDeliveries();
    const auto delivery = act == "again" ? m_place.book.delivery(id, wanted) : std::nullopt;
    const bool kept = m_place.book.change(id, [&](Hook& hook, HookNotes& notes) {
        std::string detail;
        if (act == "stop") {
            hook.state = HookState::stopped;
            hook.reason.clear();
        } else if (act == "resume") {
            done = resume(hook, caller, asked);
            detail = "from line " + std::to_string(hook.batch ? hook.batch->from : hook.next);
        } else if (act == "secret") {
            hook.oldSecret = hook.secret;
            hook.oldUntil = now + kOldSecretLife;
            hook.secret = crypto::randomBytes(kHookSecretBytes);
            secret = hookSecretText(hook.secret);
        } else if (act == "again") {
            if (!delivery) {
                done = fail(ErrorKind::notFound, "delivery_unknown",
                            "there is no such delivery to this receiver (any more)");
            } else if (hook.state != HookState::sending) {
                done = bad("this receiver is told nothing now; set it going first");
            } else {
                notes.delivery = *delivery;
                notes.delivery->again = true;
                detail = wanted;
            }
        } else {
            done = bad("\"act\" must be stop, resume, again, secret or remove");
        }
        if (done) notes.act = actOf(caller, now, act, detail);
        return bool(done);
    });
    if (!done) return fail(done.error());
    if (!kept) return unknown();
    m_place.sender.forget(found->id);
    json::object out{{"hook", tell(m_place.book.find(id).value_or(*found))}};
    if (!secret.empty()) out["secret"] = secret;
    return out;
}

std::uint64_t HookDesk::furthestBehind() const {
    const auto size = m_place.head.get()->size;
    std::uint64_t out = 0;
    for (const auto& hook : m_place.book.all()) {
        if (hook.state == HookState::sending) out = std::max(out, size - std::min(size, m_place.sender.position(hook)));
    }
    return out;
}

std::size_t HookDesk::count(HookState state) const {
    const auto all = m_place.book.all();
    return static_cast<std::size_t>(
        std::count_if(all.begin(), all.end(), [&](const Hook& hook) { return hook.state == state; }));
}

}  // namespace plumb::server
