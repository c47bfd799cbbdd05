#include "mobile/sync/storage_model.h"

#include <QFileInfo>
#include <QSettings>
#include <algorithm>

#include "mobile/sync/tuning.h"
#include "mobile/ui/sentences.h"
#include "mobile/ui/settings.h"
#include "mobile/ui/text.h"

namespace plumb::mobile {

StorageModel::StorageModel(StoreThread& store, SyncService& service, QObject* parent)
    : QObject(parent), m_store(store), m_service(service) {
    connect(&Settings::instance(), &Settings::languageChanged, this, &StorageModel::show);
    connect(&service, &SyncService::released, this, [this](int files, qint64 bytes, int lost, const QString& stopped) {
        m_busy = false;
        m_failed = lost > 0 || !stopped.isEmpty();
        m_said = [files, bytes, lost, stopped] {
            QString said = tr("腾出 %1，%n 个原件已放开；缩略图留着，需要时再从服务器取回并核对。", nullptr, files)
                               .arg(bytesText(static_cast<quint64>(bytes)));
            if (lost > 0) said += tr("有 %n 个服务器说已经没有，本机留着，会重新上传。", nullptr, lost);
            return said + stopped;
        };
        refresh();
    });
    connect(&service, &SyncService::releaseFailed, this, [this](const Error& error) {
        m_busy = false;
        m_failed = true;
        m_said = [error] { return tr("没有放开任何文件：%1").arg(sentenceFor(error)); };
        emit changed();
    });
}

void StorageModel::refresh() {
    m_store.ask(
        this, [](LocalStore& store) { return readStorage(store); },
        [this](Result<StorageInfo> info) {
            if (!info) return;  // locked; the page is not to be seen then
            m_info = *info;
            // Where the map's page keeps it; the pack lies where she put it.
            const QSettings own(m_store.home() + QStringLiteral("/app.ini"), QSettings::IniFormat);
            m_info.map = QFileInfo(own.value(QStringLiteral("map")).toString()).size();
            show();
        });
}

void StorageModel::show() {
    std::vector<NamedValueRow> rows;
    const auto add = [&](const char* id, const QString& name, const QString& value, const QString& tone = {}) {
        rows.push_back({QString::fromLatin1(id), name, value, tone, QString()});
    };
    const auto bytes = [](qint64 size) { return bytesText(static_cast<quint64>(std::max<qint64>(0, size))); };
    add("records", tr("记录和草稿"), bytes(m_info.records));
    add("photos", tr("照片和附件"), tr("%1，%n 个", nullptr, m_info.files).arg(bytes(m_info.photos)));
    if (m_info.map > 0) add("map", tr("离线地图"), bytes(m_info.map));
    add("index", tr("查找用的索引"), bytes(m_info.index));
    if (m_info.free >= 0)
        add("free", tr("平板上还剩"), tr("%1，共 %2").arg(bytes(m_info.free), bytes(m_info.total)),
            m_info.free < kLowBytes ? QStringLiteral("fail") : QString());
    m_rows.set(std::move(rows));
    emit changed();
}

QString StorageModel::releasable() const {
    if (m_info.releasable == 0) return {};
    return tr("%n 个原件服务器已确认收到、所属记录已通过审核，可以腾出 %1。", nullptr, m_info.releasable)
        .arg(bytesText(static_cast<quint64>(m_info.releasableBytes)));
}

QString StorageModel::low() const {
    if (m_info.free < 0 || m_info.free >= kLowBytes) return {};
    return tr("平板只剩 %1，可能装不下这次检查的照片。先到“同步”页腾出空间，或删去别的文件。")
        .arg(bytesText(static_cast<quint64>(m_info.free)));
}

void StorageModel::release() {
    if (m_busy) return;
    m_busy = true;
    m_said.clear();
    emit changed();
    m_service.release();
}

void StorageModel::forget() {
    m_info = {};
    m_said.clear();
    m_failed = m_busy = false;
    show();
}

}  // namespace plumb::mobile
