// One site's page: what is published, how far and in which direction it lies, what was proposed about it and what came
// of that. UI thread.
#pragma once

#include <qqmlregistration.h>
#include <QObject>
#include <memory>

#include "mobile/position/position_source.h"
#include "mobile/propose/proposing.h"
#include "mobile/store/store_thread.h"
#include "mobile/ui/rows.h"
#include "mobile/ui/sentence.h"

namespace plumb::mobile {

class SiteModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("App.site")
    Q_PROPERTY(QString id READ id NOTIFY changed)
    Q_PROPERTY(bool ready READ ready NOTIFY changed)
    Q_PROPERTY(QString name READ name NOTIFY changed)
    Q_PROPERTY(plumb::mobile::RowModel* facts READ facts CONSTANT)
    Q_PROPERTY(plumb::mobile::RowModel* proposals READ proposals CONSTANT)
    Q_PROPERTY(QString point READ point NOTIFY changed)  // "" where none is published
    Q_PROPERTY(QString away READ away NOTIFY moved)      // "12 km 东北"; "" where it is not known
    Q_PROPERTY(QString place READ place NOTIFY moved)    // "±4 m · 在示范区内", by the published boundary
    Q_PROPERTY(QString placeTone READ placeTone NOTIFY moved)
    Q_PROPERTY(bool mayPropose READ mayPropose NOTIFY changed)
    Q_PROPERTY(bool drafted READ drafted NOTIFY changed)  // a proposal was begun and is not signed
    Q_PROPERTY(QString problem READ problem NOTIFY changed)

  public:
    // All that is passed outlives this.
    SiteModel(StoreThread& store, PositionSource& position, QObject* parent);

    [[nodiscard]] const QString& id() const { return m_id; }
    [[nodiscard]] bool ready() const { return m_info != nullptr; }
    [[nodiscard]] QString name() const;
    [[nodiscard]] RowModel* facts() { return &m_facts; }
    [[nodiscard]] RowModel* proposals() { return &m_proposals; }
    [[nodiscard]] QString point() const;
    [[nodiscard]] QString away() const;
    [[nodiscard]] QString place() const;
    [[nodiscard]] QString placeTone() const;
    [[nodiscard]] bool mayPropose() const { return m_info && m_info->mayPropose; }
    [[nodiscard]] bool drafted() const { return m_info && m_info->draft; }
    [[nodiscard]] QString problem() const { return m_problem.text(); }
    [[nodiscard]] const SiteInfo* info() const { return m_info.get(); }

    Q_INVOKABLE void show(const QString& id);
    Q_INVOKABLE void refresh();
    void forget();
    // False where no map program takes it; the coordinates are on the clipboard then.
    Q_INVOKABLE bool handOver();

  signals:
    void changed();
    void moved();

  private:
    void list();
    [[nodiscard]] std::optional<domain::GeoPoint> where() const;

    StoreThread& m_store;
    PositionSource& m_position;
    QString m_id;
    Sentence m_problem;
    std::unique_ptr<SiteInfo> m_info;
    Rows<NamedValueRow> m_facts{this};
    Rows<CardRow> m_proposals{this};
};

// "名称、边界": what a proposal would change.
QString changesText(const records::SiteProposal& proposal);

}  // namespace plumb::mobile
