// The reading of one workbook, part by part. Used by importSheets() only.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "shared/checklist/sheets/import_sheets.h"
#include "shared/checklist/sheets/read_rows.h"
#include "shared/checklist/sheets/tuning.h"
#include "shared/form/xlsform/sheet_preparing.h"
#include "shared/form/xlsform/xlsform_types.h"

namespace plumb::checklist {

// Lists of choices whose name begins so belong to one question, or to one fact, alone.
inline constexpr std::string_view kListOfQuestion = "question:";
inline constexpr std::string_view kListOfFact = "fact:";

class SheetReader {
  public:
    // `found`: what preparing the workbook found. `fileName`: see importSheets().
    SheetReader(const form::Workbook& workbook, const form::PreparedSheets& found, std::string fileName);

    ImportedSheets read();

  private:
    // A group that is not closed yet.
    struct Open {
        bool item = false;
        std::string container;  // "group", "repeat": a question that holds others
        std::size_t row = 0;
        std::string path;
        json::object object;
        json::array items, sections, questions;
    };

    // sheet_reader.cpp
    [[nodiscard]] bool isTooLarge() const;
    [[nodiscard]] bool isPlain() const;
    void readLanguages();
    void readFilterColumns();
    json::object columnsOfChoice(const SheetTable& choices, std::size_t row) const;
    void indexLists(const char* sheet);
    void checkSheets();
    void readSettings(json::object& document);
    void readList(const char* sheet, RowKind kind, const char* member, json::object& document);
    void readBonusGroups(json::object& document);
    void readNamedLists(json::object& document);
    // The list of that name, read for the place `path`; nothing where there is none.
    std::optional<json::array> readChoices(std::string_view name, const std::string& path);
    void indexParts(const char* sheet);
    // The rows of a further sheet that speak of an item, appended to the list `member` of it.
    void readParts(const char* sheet, RowKind kind, json::object& item, const std::string& path, const char* member);
    void reportUnused();
    [[nodiscard]] const SheetTable& table(std::string_view name) const;

    // read_plain.cpp: an XLSForm without any column of ours is a document that scores nothing
    void makePlain(json::object& document);
    void completePlain(json::object& document) const;
    void openPlainItem(std::size_t row);
    void closePlainItem();
    bool isNotDone(std::size_t row);
    bool isRemark(std::size_t row) const;
    void readPlainHeaders();
    void nameRows();
    void refuseAmbiguous();
    [[nodiscard]] bool isDisabled(std::size_t row) const;
    void readMore(std::size_t row, const std::string& type);
    void makePlainQuestion(std::size_t row, json::object& question);

    // read_instances.cpp
    void findInstances();
    // What instance() names there; "" where it is nothing that the document could have.
    [[nodiscard]] std::string instanceInDocument(const std::string& name) const;
    void takeInstances();

    // read_survey.cpp
    void readSurvey(json::object& document);
    void openGroup(std::size_t row);
    void openContainer(std::size_t row, const char* type);
    void closeGroup(std::size_t row, bool repeat);
    void finish(Open& group);
    void readQuestionRow(std::size_t row);
    json::object questionOf(std::size_t row, const std::string& path);
    void readType(std::size_t row, const std::string& path, json::object& question);
    void readAppearance(std::size_t row, json::object& question);
    void finishItem(json::object& item, const std::string& path, std::size_t row);
    void openItem(Open& item);
    void checkCells(std::size_t row, std::vector<RowKind> kinds);

    std::map<std::string, SheetTable, std::less<>> m_tables;
    std::vector<std::string> m_sheetNames;  // as the workbook has them, for warnings
    SheetNotes m_notes;
    struct List {
        std::string name;
        std::vector<std::size_t> rows;
        bool used = false;
        const char* sheet = "choices";
    };
    std::vector<List> m_lists;                                 // in the sheet's order
    std::map<std::string, std::size_t, std::less<>> m_listOf;  // name → place
    // sheet → item → its rows
    std::map<std::string, std::map<std::string, std::vector<std::size_t>, std::less<>>, std::less<>> m_parts;
    std::vector<std::string> m_itemNames;
    bool m_plain = false;
    bool m_sheetsAreWhole = true;
    std::string m_fileName;
    std::vector<SheetProblem> m_found;             // of the sheets as such
    std::map<std::size_t, std::string> m_renamed;  // row of a question whose name stands in two groups → its id
    std::map<std::string, std::vector<std::size_t>> m_sameName;  // such a name → its rows
    bool m_plainContainer = false;                               // the open item of a plain form holds one group
    std::size_t m_plainItems = 0;
    std::map<std::string, std::string> m_instances;  // what instance() names in the sheets → in the document
    std::set<std::string> m_questionsOfLists;        // ids of the questions that choose from a list
    std::set<std::string> m_instancesRead;           // those of m_instances that an expression reads
    std::vector<Open> m_open;
    json::array m_sections;
};

}  // namespace plumb::checklist
