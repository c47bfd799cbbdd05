#include "mobile/sync/pack_model.h"

#include <QLocale>

#include "mobile/ui/sentences.h"
#include "mobile/ui/settings.h"
#include "mobile/ui/text.h"

namespace plumb::mobile {

PackModel::PackModel(SyncService& service, QObject* parent) : QObject(parent), m_service(service) {
    connect(&service, &SyncService::packDone, this, [this](const PackInfo& done) {
        m_busy = false;
        m_done = done;
        emit changed();
    });
    connect(&service, &SyncService::packFailed, this, [this](const Error& error) {
        m_busy = false;
        m_error = error;
        emit changed();
    });
    connect(&Settings::instance(), &Settings::languageChanged, this, &PackModel::changed);
}

void PackModel::begin(PackInfo::Step step, const QString& path) {
    if (m_busy) return;  // tapped twice
    m_busy = true;
    m_done.reset();
    m_error.reset();
    emit changed();
    m_service.exchange(step, path);
}

void PackModel::write(const QString& folder) {
    begin(PackInfo::Step::write, folder);
}

void PackModel::carry(const QString& file) {
    begin(PackInfo::Step::carry, file);
}

void PackModel::take(const QString& file) {
    begin(PackInfo::Step::take, file);
}

void PackModel::forget() {
    m_done.reset();
    m_error.reset();
    emit changed();
}

QString PackModel::said() const {
    if (m_error) return sentenceFor(*m_error);
    if (!m_done) return {};
    switch (m_done->step) {
        case PackInfo::Step::write: {
            auto out = tr("已写好 %1：%2 条记录、%3 个文件，共 %4。请带到有网络的设备或服务器上转交，再取回回执。")
                           .arg(m_done->file)
                           .arg(m_done->records)
                           .arg(m_done->files)
                           .arg(bytesText(m_done->bytes));
            if (m_done->filesLeft > 0) out += tr("还有 %1 个文件放不下，取回回执后再写一次。").arg(m_done->filesLeft);
            return out;
        }
        case PackInfo::Step::carry:
            return tr("已转交服务器。回执在 %1，请带回写出交换包的那台设备。").arg(m_done->file);
        case PackInfo::Step::take: {
            auto out = tr("回执已核验：%1 条记录已入日志并证明，%2 个文件已到，取回 %3 条新内容。")
                           .arg(m_done->proved)
                           .arg(m_done->files)
                           .arg(m_done->pulled);
            if (m_done->refused > 0) out += tr("有 %1 条没有收下，原因见下面的列表。").arg(m_done->refused);
            return out;
        }
    }
    return {};
}

QString PackModel::tone() const {
    if (m_error) return QStringLiteral("fail");
    return m_done && (m_done->refused > 0 || m_done->filesLeft > 0 || !m_done->problems.isEmpty())
               ? QStringLiteral("part")
               : QStringLiteral("info");
}

}  // namespace plumb::mobile
