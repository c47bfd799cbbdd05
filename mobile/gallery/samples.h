// Lists that the gallery feeds to components which take a model. The app itself never sees them.
#pragma once

#include <qqmlregistration.h>
#include <QObject>

#include "mobile/check/field_rows.h"
#include "mobile/record/outcome_rows.h"
#include "mobile/ui/rows.h"

namespace plumb::mobile {

class GallerySamples : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_SINGLETON
    Q_PROPERTY(plumb::mobile::RowModel* steps READ steps CONSTANT)
    Q_PROPERTY(plumb::mobile::RowModel* refusedSteps READ refusedSteps CONSTANT)
    Q_PROPERTY(plumb::mobile::RowModel* sections READ sections CONSTANT)
    Q_PROPERTY(plumb::mobile::RowModel* findings READ findings CONSTANT)
    Q_PROPERTY(plumb::mobile::RowModel* verdicts READ verdicts CONSTANT)
    Q_PROPERTY(plumb::mobile::RowModel* many READ many CONSTANT)
    Q_PROPERTY(plumb::mobile::RowModel* cards READ cards CONSTANT)

  public:
    explicit GallerySamples(QObject* parent = nullptr);

    [[nodiscard]] RowModel* steps() { return &m_steps; }
    [[nodiscard]] RowModel* refusedSteps() { return &m_refusedSteps; }
    [[nodiscard]] RowModel* sections() { return &m_sections; }
    [[nodiscard]] RowModel* findings() { return &m_findings; }
    [[nodiscard]] RowModel* verdicts() { return &m_verdicts; }
    [[nodiscard]] RowModel* many() { return &m_many; }
    [[nodiscard]] RowModel* cards() { return &m_cards; }

  private:
    Rows<StepRow> m_steps{this}, m_refusedSteps{this};
    Rows<SectionRow> m_sections{this};
    Rows<FindingRow> m_findings{this};
    Rows<ChoiceRow> m_verdicts{this}, m_many{this};
    Rows<CardRow> m_cards{this};
};

}  // namespace plumb::mobile
