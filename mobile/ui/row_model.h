// A list for QML whose rows are plain gadgets: every Q_PROPERTY of the row type is a role of that name. Setting new
// rows tells the view only what differs (by the row's `id`), so that scroll position and focus stay where they are. UI
// thread.
#pragma once

#include <qqmlregistration.h>
#include <QAbstractListModel>
#include <QMetaProperty>
#include <QString>
#include <QStringList>
#include <functional>
#include <utility>
#include <vector>

// A property of a row type that is a plain member, of a type that has ==.
#define PLUMB_ROLE(Type, name) Q_PROPERTY(Type name MEMBER name)

namespace plumb::mobile {

class RowModel : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by view models")
    Q_PROPERTY(int count READ count NOTIFY countChanged)

  public:
    using QAbstractListModel::QAbstractListModel;
    [[nodiscard]] int count() const { return rowCount(); }

  signals:
    void countChanged();
};

// `Row` is a Q_GADGET with a QString member `id` and operator==.
template <class Row>
class Rows : public RowModel {
  public:
    using RowModel::RowModel;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override {
        return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
    }
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override {
        if (!index.isValid() || index.row() >= rowCount()) return {};
        const int property = role - Qt::UserRole;
        if (property < 0 || property >= Row::staticMetaObject.propertyCount()) return {};
        return Row::staticMetaObject.property(property).readOnGadget(&m_rows[static_cast<std::size_t>(index.row())]);
    }
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override {
        QHash<int, QByteArray> names;
        for (int i = 0; i < Row::staticMetaObject.propertyCount(); ++i)
            names.insert(Qt::UserRole + i, Row::staticMetaObject.property(i).name());
        return names;
    }

    [[nodiscard]] const std::vector<Row>& rows() const { return m_rows; }
    [[nodiscard]] const Row* find(const QString& id) const {
        for (const auto& row : m_rows)
            if (row.id == id) return &row;
        return nullptr;
    }
    [[nodiscard]] int indexOf(const QString& id) const {
        for (std::size_t i = 0; i < m_rows.size(); ++i)
            if (m_rows[i].id == id) return static_cast<int>(i);
        return -1;
    }

    void set(std::vector<Row> rows) {
        if (!sameIds(rows)) {
            // What stands alike at the head and the tail stays; only the middle is taken out and put in.
            std::size_t head = 0;
            while (head < rows.size() && head < m_rows.size() && rows[head].id == m_rows[head].id) ++head;
            std::size_t tail = 0;
            while (tail + head < rows.size() && tail + head < m_rows.size() &&
                   rows[rows.size() - 1 - tail].id == m_rows[m_rows.size() - 1 - tail].id)
                ++tail;
            if (const std::size_t gone = m_rows.size() - head - tail; gone > 0) {
                beginRemoveRows({}, static_cast<int>(head), static_cast<int>(head + gone) - 1);
                m_rows.erase(m_rows.begin() + static_cast<std::ptrdiff_t>(head),
                             m_rows.begin() + static_cast<std::ptrdiff_t>(head + gone));
                endRemoveRows();
            }
            if (const std::size_t fresh = rows.size() - head - tail; fresh > 0) {
                beginInsertRows({}, static_cast<int>(head), static_cast<int>(head + fresh) - 1);
                m_rows.insert(m_rows.begin() + static_cast<std::ptrdiff_t>(head),
                              rows.begin() + static_cast<std::ptrdiff_t>(head),
                              rows.begin() + static_cast<std::ptrdiff_t>(head + fresh));
                endInsertRows();
            }
            emit countChanged();
        }
        for (std::size_t i = 0; i < rows.size(); ++i) {
            if (rows[i] == m_rows[i]) continue;
            m_rows[i] = std::move(rows[i]);
            const auto at = index(static_cast<int>(i));
            emit dataChanged(at, at);
        }
    }
    // Replaces one row, found by its id.
    void update(Row row) {
        const int at = indexOf(row.id);
        if (at < 0 || m_rows[static_cast<std::size_t>(at)] == row) return;
        m_rows[static_cast<std::size_t>(at)] = std::move(row);
        emit dataChanged(index(at), index(at));
    }

  private:
    [[nodiscard]] bool sameIds(const std::vector<Row>& rows) const {
        if (rows.size() != m_rows.size()) return false;
        for (std::size_t i = 0; i < rows.size(); ++i)
            if (rows[i].id != m_rows[i].id) return false;
        return true;
    }

    std::vector<Row> m_rows;
};

}  // namespace plumb::mobile
