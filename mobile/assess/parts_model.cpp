#include "mobile/assess/parts_model.h"

#include <QFileInfo>

#include "mobile/ui/sentences.h"
#include "mobile/ui/settings.h"

namespace plumb::mobile {

PartsModel::PartsModel(StoreThread& store, QObject* parent) : QObject(parent), m_store(store) {
    connect(&Settings::instance(), &Settings::languageChanged, this, &PartsModel::show);
}

void PartsModel::of(const AssessChoice& chosen) {
    if (!(chosen == m_chosen)) forget();
    m_chosen = chosen;
}

void PartsModel::forget() {
    ++m_round;
    m_saving = false;
    m_said.clear();
    m_taking.clear();
    m_told.clear();
    show();
}

void PartsModel::save(const QString& folder) {
    if (busy()) return;  // tapped twice
    m_saving = true;
    m_said.clear();
    m_told.clear();
    show();
    m_store.ask(
        this, [chosen = m_chosen, folder](LocalStore& store) { return writeParts(store, chosen, folder); },
        [this, folder, round = m_round](const Result<QStringList>& files) {
            if (round != m_round) return;
            m_saving = false;
            m_saved = files.has_value();
            if (!files)
                m_said = files.error();
            else if (files->size() == 1)
                m_said = [file = files->first()] { return tr("已存成文件 %1。请交给同事取入。").arg(file); };
            else
                m_said = [folder, count = files->size()] {
                    return tr("已存成 %n 个文件，在 %1。请一起交给同事，每个都要取入。", nullptr,
                              static_cast<int>(count))
                        .arg(folder);
                };
            emit changed();
        });
}

void PartsModel::take(const QString& file) {
    if (m_saving || m_taking.contains(file)) return;
    if (m_taking.isEmpty()) {
        m_said.clear();
        m_told.clear();
    }
    m_taking.append(file);
    show();
    m_store.askPrepared(
        this, [file] { return readPartFile(file); },
        [chosen = m_chosen](LocalStore& store, const std::string& text) { return takePartFile(store, chosen, text); },
        [this, file, round = m_round](const Result<TookPart>& done) {
            if (round == m_round) tell(file, done);
        });
}

void PartsModel::tell(const QString& file, const Result<TookPart>& done) {
    m_taking.removeOne(file);
    Told told{QFileInfo(file).fileName(), {}, {}};
    if (done)
        told.part = *done;
    else
        told.error = done.error();
    m_told.push_back(std::move(told));
    show();
    if (!done) return;
    emit m_store.storeChanged();
    if (!done->known) emit took();
}

void PartsModel::show() {
    std::vector<AssessPartRow> rows;
    for (const auto& one : m_told) {
        AssessPartRow row{QString::number(rows.size()), one.name, {}, QStringLiteral("pass")};
        if (!one.part) {
            row.words = sentenceFor(one.error);
            row.tone = QStringLiteral("fail");
        } else {
            const auto& part = *one.part;
            QStringList say{part.known ? tr("%1 的这一份（%n 项）早已在这里。", nullptr, part.items).arg(part.person)
                                       : tr("已取入 %1 填写的 %n 项。", nullptr, part.items).arg(part.person)};
            if (!part.version.isEmpty())
                say.append(tr("它是按检查表第 %1 版填写的，本版没有的题目不会并入。").arg(part.version));
            if (part.filesMissing > 0)
                say.append(tr("其中 %n 个附件不在文件里，联网后会取到。", nullptr, part.filesMissing));
            if (part.divergent > 0) say.append(tr("有 %n 项与本机填的不同，请选定。", nullptr, part.divergent));
            row.words = say.join(Settings::instance().language() == QLatin1String("zh") ? QString() : QString(u' '));
            if (part.divergent > 0) row.tone = QStringLiteral("part");
        }
        rows.push_back(std::move(row));
    }
    m_rows.set(std::move(rows));
    emit changed();
}

}  // namespace plumb::mobile
