// A self-assessment by file, where no network joins colleagues: one's own part is saved, theirs are taken in one after
// the other, and each file is told what became of it. UI thread.
#pragma once

#include <qqmlregistration.h>
#include <QObject>
#include <optional>
#include <vector>

#include "mobile/assess/assess_rows.h"
#include "mobile/assess/part_files.h"
#include "mobile/store/store_thread.h"
#include "mobile/ui/sentence.h"

namespace plumb::mobile {

class PartsModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("App.assess.parts")
    Q_PROPERTY(bool busy READ busy NOTIFY changed)
    Q_PROPERTY(QString said READ said NOTIFY changed)             // what saving came to; "" before
    Q_PROPERTY(QString tone READ tone NOTIFY changed)             // of that: info, part
    Q_PROPERTY(plumb::mobile::RowModel* told READ told CONSTANT)  // of each file that was picked last

  public:
    // `store` outlives this.
    PartsModel(StoreThread& store, QObject* parent);

    [[nodiscard]] bool busy() const { return m_saving || !m_taking.isEmpty(); }
    [[nodiscard]] QString said() const { return m_said.text(); }
    [[nodiscard]] QString tone() const { return m_saved ? QStringLiteral("info") : QStringLiteral("part"); }
    [[nodiscard]] RowModel* told() { return &m_rows; }

    // Of which self-assessment; what was told of another one is forgotten.
    void of(const AssessChoice& chosen);
    void forget();

    // What was handed over from this device goes into the folder.
    Q_INVOKABLE void save(const QString& folder);
    // Several may be picked before the first is taken in; the same twice is one.
    Q_INVOKABLE void take(const QString& file);

  signals:
    void changed();
    // Something came that was not here.
    void took();

  private:
    struct Told {
        QString name;
        std::optional<TookPart> part;
        Error error;
    };
    void tell(const QString& file, const Result<TookPart>& done);
    void show();

    StoreThread& m_store;
    AssessChoice m_chosen;
    int m_round = 0;  // what was begun before the last forget() tells nobody any more
    bool m_saving = false, m_saved = false;
    Sentence m_said;
    QStringList m_taking;
    std::vector<Told> m_told;
    Rows<AssessPartRow> m_rows{this};
};

}  // namespace plumb::mobile
