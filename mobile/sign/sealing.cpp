#include "mobile/sign/sealing.h"

#include <algorithm>
#include <map>

#include "mobile/check/drafts.h"
#include "mobile/people/unlocking.h"
#include "mobile/ui/text.h"
#include "shared/store/assessment_sign.h"

namespace plumb::mobile {

namespace {

Result<Sealed> sealedAs(LocalStore& store, store::TabletStore& tablet, const record::Line& line) {
    if (auto closed = closeDraft(store); !closed) return fail(closed.error());
    const auto row = tablet.recordByHash(line.hash());
    return Sealed{qs(row && !row->about.empty() ? row->about : row ? row->id : std::string()), qs(line.hash().hex())};
}

// What the pad gave, bound to what stood beside it.
Result<records::Strokes> strokesOf(const QByteArray& drawn, const QString& content) {
    auto value = parseJson(drawn.toStdString());
    if (!value || !value->is_object())
        return fail(ErrorKind::malformed, "bad_payload", "the drawn signature is no JSON object");
    value->get_object()["content"] = ss(content);
    return records::readStrokes(toText(value->get_object()));
}

Result<Sealed> sealAssessment(LocalStore& store, store::TabletStore& tablet, const SignOrder& order) {
    store::SubmitRequest request;
    request.draft = ss(order.draft);
    request.reason = ss(order.reason);
    request.where = order.where;
    const auto line = store::submitAssessment(tablet, request);
    if (!line) return fail(line.error());
    return sealedAs(store, tablet, *line);
}

}  // namespace

Result<QString> shownContent(LocalStore& store, const QString& draft, bool recheck) {
    const auto tablet = store.opened();
    if (!tablet) return fail(tablet.error());
    const auto content = store::contentToSign(**tablet, ss(draft), recheck ? "recheck" : store::SignRequest{}.kind);
    if (!content) return fail(content.error());
    return qs(content->hex());
}

Result<Sealed> seal(LocalStore& store, const SignOrder& order) {
    const auto tablet = openedToSign(store, order.pin);
    if (!tablet) return fail(tablet.error());

    const auto draft = (*tablet)->draft(ss(order.draft));
    if (draft && !draft->round.empty()) return sealAssessment(store, **tablet, order);
    store::SignRequest request;
    request.draft = ss(order.draft);
    if (order.recheck) request.kind = "recheck";
    for (const auto& name : order.team) request.team.push_back(ss(name));
    request.reason = ss(order.reason);
    request.where = order.where;
    request.party.name = ss(order.partyName);
    request.party.role = ss(order.partyRole);
    request.party.refusedReason = ss(order.refusedReason);
    request.party.witness = ss(order.witness);
    request.party.witnessRole = ss(order.witnessRole);
    request.party.noWitness = ss(order.noWitness);
    request.notShown = ss(order.notShown);
    if (!order.result.isEmpty()) request.result = records::resultWayNamed(ss(order.result));
    request.resultTo = ss(order.resultTo);
    for (const auto& [drawn, to] : {std::pair{&order.strokes, &request.party.strokes},
                                    std::pair{&order.witnessStrokes, &request.party.witnessStrokes}}) {
        if (drawn->isEmpty()) continue;
        auto strokes = strokesOf(*drawn, order.content);
        if (!strokes) return fail(strokes.error());
        *to = std::move(*strokes);
    }
    const auto line = store::signInspection(**tablet, request);
    if (!line) return fail(line.error());
    return sealedAs(store, **tablet, *line);
}

Result<std::vector<ContributorInfo>> contributorsOf(LocalStore& store, const QString& draft) {
    const auto tablet = store.opened();
    if (!tablet) return fail(tablet.error());
    const auto body = store::previewAssessment(**tablet, ss(draft));
    if (!body) return fail(body.error());
    // What this person did not hand over yet is signed together with the whole.
    const auto own = store::notContributed(**tablet, ss(draft));
    if (!own) return fail(own.error());
    const auto profile = (*tablet)->profile();
    if (!profile) return fail(profile.error());
    std::map<QString, QStringList> people;
    for (const auto& person : body->contributors)
        for (const auto& item : person.items)
            if (!own->contains(item)) people[qs(person.name)].append(qs(item));
    for (const auto& [item, content] : *own)
        if (!content.answers.blank()) people[qs(profile->personName)].append(qs(item));
    std::vector<ContributorInfo> out;
    for (auto& [name, items] : people) out.push_back({name, std::move(items)});
    std::ranges::stable_sort(out, std::ranges::greater{}, [](const ContributorInfo& one) { return one.items.size(); });
    return out;
}

}  // namespace plumb::mobile
