#include "mobile/remarks/threads_model.h"

#include "mobile/ui/settings.h"
#include "mobile/ui/text.h"
#include "mobile/ui/time_text.h"

namespace plumb::mobile {

ThreadsModel::ThreadsModel(StoreThread& store, QObject* parent) : PinSigning(store, parent) {
    connect(&store, &StoreThread::storeChanged, this, &ThreadsModel::refresh);
    connect(&Settings::instance(), &Settings::languageChanged, this, &ThreadsModel::fill);
}

void ThreadsModel::show(const QString& record, const QString& item) {
    m_record = record;
    m_item = item;
    m_info.reset();
    clearProblem();
    fill();
    refresh();
}

void ThreadsModel::forget() {
    m_record.clear();
    m_item.clear();
    m_info.reset();
    clearProblem();
    fill();
}

void ThreadsModel::refresh() {
    if (m_record.isEmpty()) return;
    store().ask(
        this,
        [record = ss(m_record), item = ss(m_item)](LocalStore& local) { return readThreads(local, record, item); },
        [this, record = m_record, item = m_item](Result<ItemThreads> info) {
            if (record != m_record || item != m_item) return;
            if (!info && info.error().code != "locked") say(info.error());
            if (info) m_info = std::make_unique<ItemThreads>(std::move(*info));
            fill();
        });
}

void ThreadsModel::sign(const QString& pin, const QString& thread, const QString& text, bool resolved) {
    if (busy() || !m_info) return;
    began();
    store().ask(
        this,
        [order = RemarkOrder{m_record, m_item, thread, text, resolved, pin}](LocalStore& local) {
            return signRemark(local, order);
        },
        [this, record = m_record](Result<void> signedNow) {
            if (!signedNow) return failed(signedNow.error());
            done();
            emit store().storeChanged();
            emit sealed(record);
        });
}

QString ThreadsModel::title() const {
    if (!m_info) return {};
    const auto text = qs(m_info->text, Settings::instance().language());
    return text.isEmpty() ? tr("第 %1 项").arg(m_info->no) : m_info->no + QStringLiteral("  ") + text;
}

void ThreadsModel::fill() {
    std::vector<RemarkRow> rows;
    const qint64 now = msOf(store().clock()().utc);
    const auto stateOf = [](const RemarkInfo& one) {
        if (one.state == store::RecordState::signedHere) return tr("待传");
        return one.resolved ? tr("已解决") : one.waits ? tr("等您回复") : QString();
    };
    if (m_info) {
        for (const auto& one : m_info->talk.said)
            rows.push_back({QString::number(rows.size()), one.thread,
                            tr("%1 · %2").arg(one.own ? tr("我") : one.who, momentText(one.atMs, now)),
                            one.text.isEmpty() ? tr("（没有再写）") : one.text, stateOf(one), one.own, one.last,
                            one.open, one.waits, one.resolvable});
    }
    m_said.set(std::move(rows));
    emit changed();
}

}  // namespace plumb::mobile
