// What administrators do with receivers: register, stop, set going, send again, replace the secret, remove. Each is an
// audited act and no record: it changes where copies of what everybody may prove go, states nothing that anyone has to
// prove later, and a log that keeps everything for ever is no place for addresses that carry tokens. Who did it stands
// in a journal that only grows. Thread-safe.
//
// Whoever registers a receiver owns it: it is told what she may read, as long as she is an administrator of its region.
// Whoever sets one going again becomes its owner.
#pragma once

#include "shared/base/json.h"
#include "sync-server/hooks/sender.h"

namespace plumb::server {

struct HookDeskPlace {
    HookBook& book;
    HookSender& sender;
    const HeadHolder& head;
    ReaderPool& readers;
    AddressRule rule;
    Clock clock;
};

class HookDesk {
  public:
    explicit HookDesk(HookDeskPlace place) : m_place(std::move(place)) {}

    // {"items":[…],"log_size":n,"may_register":bool}: receivers of regions that the caller administers, or reads as an
    // auditor. forbidden "wrong_role".
    [[nodiscard]] Result<json::object> list(const Principal& caller) const;
    // {"hook":{…},"log_size":n,"deliveries":[…],"acts":[…]}. notFound "hook_unknown".
    [[nodiscard]] Result<json::object> show(const Principal& caller, std::string_view id) const;
    // {"hook":{…},"secret":"whsec_…"}: the secret is told here and never again. bad_hook, bad_hook_url,
    // address_refused, hook_position, too_many_hooks, wrong_region, wrong_role.
    Result<json::object> add(const Principal& caller, const json::object& asked);
    // {"act":"stop"|"resume"|"again"|"secret"|"remove", …} → {"hook":{…}|null, "secret"?}. Those of add();
    // hook_unknown, delivery_unknown.
    Result<json::object> act(const Principal& caller, std::string_view id, const json::object& asked);

    // For operators: how far the receiver that is furthest behind is behind the log, of those that are told.
    [[nodiscard]] std::uint64_t furthestBehind() const;
    [[nodiscard]] std::size_t count(HookState state) const;
    [[nodiscard]] const HookCounts& counts() const { return m_place.sender.counts(); }

  private:
    [[nodiscard]] json::object tell(const Hook& hook) const;
    Result<void> resume(Hook& hook, const Principal& caller, const json::object& asked) const;

    HookDeskPlace m_place;
};

}  // namespace plumb::server
