// The sections of the checklist and the items of the section that is open, with how far each is. Holds no rule. UI
// thread.
#pragma once

#include <qqmlregistration.h>
#include <QObject>
#include <string>
#include <vector>

#include "mobile/check/check_rows.h"
#include "mobile/check/open_check.h"
#include "mobile/ui/rows.h"

namespace plumb::mobile {

class CheckOutline : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("CheckModel.outline")
    Q_PROPERTY(plumb::mobile::RowModel* sections READ sections CONSTANT)
    Q_PROPERTY(plumb::mobile::RowModel* items READ items CONSTANT)

  public:
    // `check` outlives this.
    CheckOutline(const OpenCheck& check, QObject* parent) : QObject(parent), m_check(check) {}

    [[nodiscard]] RowModel* sections() { return &m_sections; }
    [[nodiscard]] RowModel* items() { return &m_items; }
    [[nodiscard]] int indexOf(const QString& item) const { return m_items.indexOf(item); }

    // REQUIRES, all of them: the check is open.
    void showSections();
    void showItems();
    void forget();
    // Only those of them that stand in the section that is open.
    void showChanged(const std::vector<std::string>& items);

  signals:
    void itemsChanged();

  private:
    [[nodiscard]] SectionRow rowOf(const checklist::Section& section, const checklist::SectionState& state) const;
    [[nodiscard]] ItemRow rowOf(const checklist::Item& item) const;
    void sayBonus(SectionRow& row, const checklist::Section& section, const checklist::SectionState& state) const;

    const OpenCheck& m_check;
    Rows<SectionRow> m_sections{this};
    Rows<ItemRow> m_items{this};
};

}  // namespace plumb::mobile
