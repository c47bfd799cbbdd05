#include "mobile/remarks/thread_info.h"

#include "mobile/people/unlocking.h"
#include "mobile/ui/text.h"
#include "shared/records/inspection/body.h"
#include "shared/records/inspection/test_mode.h"
#include "shared/store/inspection_history.h"

namespace plumb::mobile {

Result<ItemThreads> readThreads(LocalStore& store, const std::string& record, const std::string& item) {
    const auto tablet = store.opened();
    if (!tablet) return fail(tablet.error());
    const auto history = store::historyOf(**tablet, record);
    if (!history) return fail(history.error());
    const auto& newest = history->newestLine().payload;
    ItemThreads out{qs(record), qs(item), qs(store.published().siteName(newest.site)), qs(item), {}, {}};
    const auto said = records::readVersion(newest.type, newest.body);
    const auto document = said ? store.published().document(said->checklist.sha256)
                               : Result<std::shared_ptr<const checklist::Checklist>>(fail(said.error()));
    if (const auto* known = document ? (*document)->item(item) : nullptr) {
        out.no = qs(known->no);
        out.text = known->text;
    }
    const auto status = history->history.status;
    auto talk = readTalk(**tablet, record, status == records::InspectionStatus::accepted || records::isTest(status));
    out.answers = talk.answers;
    out.asks = talk.asks;
    out.talk = std::move(talk.items[out.item]);
    return out;
}

Result<void> signRemark(LocalStore& store, const RemarkOrder& order) {
    const auto tablet = openedToSign(store, order.pin);
    if (!tablet) return fail(tablet.error());
    const auto line = store::signRemark(
        **tablet, {ss(order.record), ss(order.item), ss(order.text.trimmed()), {}, ss(order.thread), order.resolved});
    if (!line) return fail(line.error());
    return {};
}

}  // namespace plumb::mobile
