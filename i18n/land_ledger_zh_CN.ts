<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Group</name>
    <message>
        <location filename="../processing/base.py"/>
        <source>Approval and supply</source>
        <translation>05 报批与供应</translation>
    </message>
    <message>
        <location filename="../processing/base.py"/>
        <source>Coordinates and boundaries</source>
        <translation>01 坐标与勘界</translation>
    </message>
    <message>
        <location filename="../processing/base.py"/>
        <source>Farmland protection</source>
        <translation>06 耕地保护</translation>
    </message>
    <message>
        <location filename="../processing/base.py"/>
        <source>Land classes and areas</source>
        <translation>02 地类与面积</translation>
    </message>
    <message>
        <location filename="../processing/base.py"/>
        <source>Land quota</source>
        <translation>04 用地指标</translation>
    </message>
    <message>
        <location filename="../processing/base.py"/>
        <source>Monitoring</source>
        <translation>09 监测监管</translation>
    </message>
    <message>
        <location filename="../processing/base.py"/>
        <source>Planner teams</source>
        <translation>07 责任规划师</translation>
    </message>
    <message>
        <location filename="../processing/base.py"/>
        <source>Red lines over land</source>
        <translation>03 红线套合</translation>
    </message>
    <message>
        <location filename="../processing/base.py"/>
        <source>Statistics and bulletins</source>
        <translation>10 统计简报</translation>
    </message>
    <message>
        <location filename="../processing/base.py"/>
        <source>Village planning</source>
        <translation>08 村庄规划</translation>
    </message>
</context>
<context>
    <name>LandLedger</name>
    <message>
        <location filename="../core/exchange/rings.py"/>
        <source>A new ring begins after the closing point, though its number is the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/rounding.py"/>
        <source>A piece has the area {area} m², which can't be apportioned.</source>
        <translation>有碎块面积为 {area} 平方米，无法平差。</translation>
    </message>
    <message>
        <location filename="../core/rounding.py"/>
        <source>An area of {units} units can't be apportioned: it is negative.</source>
        <translation>控制面积（{units} 个最小取位单位）是负数，无法平差。</translation>
    </message>
    <message>
        <location filename="../core/rounding.py"/>
        <source>An area of {units} units can't be apportioned: the pieces under it have no area.</source>
        <translation>控制面积（{units} 个最小取位单位）无法平差：其下的碎块没有面积。</translation>
    </message>
    <message>
        <location filename="../core/survey/classes.py"/>
        <source>Class {code} is counted in the approval column {column}, which is not {major}; change its column in the class table first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/survey/atoms.py"/>
        <source>Cutting the parcel at {x:.1f}, {y:.1f} lost {area:.6f} m²; nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/survey/schema.py"/>
        <source>FIELD_MAP says {field}={asked}, but layer {layer} has no field {asked}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/survey/schema.py"/>
        <source>FIELD_MAP says {field}={asked}, but layer {layer} has no field {asked}. Similar: {near}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/survey/schema.py"/>
        <source>FIELD_MAP: {field} is given twice, as {first} and as {second}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/survey/schema.py"/>
        <source>FIELD_MAP: “{part}” begins with no field the job knows. Known: {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/survey/schema.py"/>
        <source>FIELD_MAP: “{part}” is not of the form FIELD=name (as in DLBM=地类编码;QSXZ=权属).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/survey/schema.py"/>
        <source>FIELD_MAP: “{part}” names no layer of the job before the dot; known are {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/adapters/columns.py"/>
        <source>Feature {feature} of layer {layer} is not a polygon.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/adapters/columns.py"/>
        <source>Field {field} of layer {layer} holds numbers instead of text; leading zeros may be lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/adapters/columns.py"/>
        <source>Field {field} of layer {layer}: {count} values are no numbers (the first: {value}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/exchange/decoding.py"/>
        <source>File {file} is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/exchange/decoding.py"/>
        <source>File {file} is no text: it holds zero bytes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/exchange/decoding.py"/>
        <source>File {file} is no text: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/adapters/columns.py"/>
        <source>File {file} of layer {layer} is cut off ({actual} of {stated} bytes); copy it again from its origin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/exchange/decoding.py"/>
        <source>File {file}, line {line}: the characters are neither UTF-8 nor GBK.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/adapters/columns.py"/>
        <source>Layer {layer} has no coordinate reference system; set it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/adapters/columns.py"/>
        <source>Layer {layer} has no features.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/survey/schema.py"/>
        <source>Layer {layer} has no field {fields}. Choose another layer, or say which field is meant in FIELD_MAP, as in {example}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/survey/schema.py"/>
        <source>Layer {layer} has no field {fields}. Similar: {near}. Say which field is meant in FIELD_MAP, as in {example}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/adapters/columns.py"/>
        <source>Layer {layer} has no field {field}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/adapters/columns.py"/>
        <source>Layer {layer} is not a polygon layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/survey/schema.py"/>
        <source>Layer {layer}: {names} could all be the field {field}; say which one is meant in FIELD_MAP, as in {example}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/adapters/columns.py"/>
        <source>No feature of layer {layer} is selected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/exchange/rings.py"/>
        <source>Point {label} closes the ring but lies {gap} m from its first point on line {first}; both were kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/exchange/rings.py"/>
        <source>Points printed twice in a row were read once (lines {lines}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/exchange/rings.py"/>
        <source>Rings without closing point were closed with their first point (lines {lines}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/workbook/layout.py"/>
        <source>Table layout {file}, row {row}, column {column}: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/workbook/layout.py"/>
        <source>Table {table}: two layers are called {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/requirements.py"/>
        <source>The Python package shapely {version} is too old, version 2 or newer is needed. On Windows and macOS install a current QGIS with its own installer; on Linux run: pip install --no-binary shapely "shapely&gt;=2" "numpy&lt;2", then restart QGIS.</source>
        <translation>Python 组件 shapely {version} 版本过旧，需要 2 或以上版本。Windows 和 macOS 请用官方安装包安装较新版本的 QGIS；Linux 请运行：pip install --no-binary shapely "shapely&gt;=2" "numpy&lt;2"，然后重启 QGIS。</translation>
    </message>
    <message>
        <location filename="../processing/requirements.py"/>
        <source>The Python package {package} is missing. On Windows and macOS install a current QGIS with its own installer; on Linux install {package} with the package manager or pip, then restart QGIS.</source>
        <translation>缺少 Python 组件 {package}。Windows 和 macOS 请用官方安装包安装较新版本的 QGIS；Linux 请用软件包管理器或 pip 安装 {package}，然后重启 QGIS。</translation>
    </message>
    <message>
        <location filename="../core/workbook/table.py"/>
        <source>The area {area} mu is not a whole number of 0.01 m² and can't be written in {unit}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/area.py"/>
        <source>The area {value} is finer than a millionth of a mu.</source>
        <translation>面积 {value} 取位过细，超出百万分之一亩。</translation>
    </message>
    <message>
        <location filename="../core/ellipsoid.py"/>
        <source>The central meridian {meridian}° is not a whole number of arc-seconds.</source>
        <translation>中央子午线 {meridian}° 不是整秒，无法按国土调查规程计算椭球面积。</translation>
    </message>
    <message>
        <location filename="../core/survey/classes.py"/>
        <source>The class table has no code {code}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/resources.py"/>
        <source>The file {file} can't be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/resources.py"/>
        <source>The file {file} has no rows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/resources.py"/>
        <source>The file {file} is no text file in UTF-8 or GBK; save it as CSV.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/resources.py"/>
        <source>The file {file} lacks the columns {columns}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/survey/atoms.py"/>
        <source>The pieces of footprint no. {row} differ from it by {area:.6f} m²; nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/ellipsoid.py"/>
        <source>The point east {east}, north {north} does not lie in the zone with the central meridian {meridian}° and the false easting {false_easting}.</source>
        <translation>点（东坐标 {east}，北坐标 {north}）不在中央子午线 {meridian}°、东偏移 {false_easting} 的分带内。</translation>
    </message>
    <message>
        <location filename="../core/ellipsoid.py"/>
        <source>The projection has the scale {scale} on its central meridian; a Gauss-Kruger zone has 1.</source>
        <translation>投影的中央子午线比例因子为 {scale}，高斯-克吕格投影应为 1。</translation>
    </message>
    <message>
        <location filename="../core/exchange/rings.py"/>
        <source>The ring that begins here encloses no area.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/exchange/rings.py"/>
        <source>The ring that begins here has fewer than three different points.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/adapters/columns.py"/>
        <source>The text of layer {layer} is garbled: set its data source encoding to GBK in the layer properties, or put a .cpg file holding the word GBK beside the .dbf, and load it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/survey/classes.py"/>
        <source>There is no class table {name}: give {known}, or a CSV file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/survey/classes.py"/>
        <source>There is no grouping {grouping}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/workbook/layout.py"/>
        <source>There is no table layout {layout} in {folder}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/exchange/rings.py"/>
        <source>a hole lies outside its outer border</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/exchange/rings.py"/>
        <source>holes cut the plot in two</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/exchange/rings.py"/>
        <source>holes lie in each other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/exchange/decoding.py"/>
        <source>it is a .dwg drawing; in CAD save it as DXF (ASCII)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/exchange/decoding.py"/>
        <source>it is a binary DXF; in CAD save it as DXF (ASCII)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/exchange/decoding.py"/>
        <source>it is a zipped file; unpack it, or name it .xlsx if it is a workbook</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/exchange/decoding.py"/>
        <source>it is an Access database; export its layer to GeoPackage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/exchange/decoding.py"/>
        <source>it is an old Office file; save it as .xlsx or as text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/workbook/layout.py"/>
        <source>not a CSV file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/workbook/layout.py"/>
        <source>not a CSV file ({reason})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/exchange/rings.py"/>
        <source>parts lie in each other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/exchange/rings.py"/>
        <source>the border crosses itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/exchange/rings.py"/>
        <source>the border is not valid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/exchange/rings.py"/>
        <source>the border touches itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/workbook/layout.py"/>
        <source>the heading {value} stands under that of another column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/workbook/layout.py"/>
        <source>the text is neither UTF-8 nor GBK</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/workbook/layout.py"/>
        <source>there is no line “column”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/workbook/layout.py"/>
        <source>this column is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/workbook/layout.py"/>
        <source>this must not be empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/exchange/rings.py"/>
        <source>two rings are the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/workbook/layout.py"/>
        <source>write head:line:span or foot:line:span, such as head:1:2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/workbook/table.py"/>
        <source>{count} places, sum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/adapters/columns.py"/>
        <source>{count} shapes of layer {layer} can't be read; they count as missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/workbook/layout.py"/>
        <source>{file} can't be read: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/survey/classes.py"/>
        <source>{file}, line {line}: the code {code} stands there twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/resources.py"/>
        <source>{file}, line {line}: the column {column} is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/resources.py"/>
        <source>{file}, line {line}: the line can't be read as CSV.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/resources.py"/>
        <source>{file}, line {line}: there are more cells than columns in the header.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/exchange/plots.py"/>
        <source>{file}, line {line}: {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/resources.py"/>
        <source>{file}, line {line}: “{value}” is no valid value of the column {column}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/exchange/plots.py"/>
        <source>{file}: {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/workbook/table.py"/>
        <source>{row} / {column}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/workbook/table.py"/>
        <source>{table}: {label} = sum of its rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/workbook/table.py"/>
        <source>{table}: {part} ≤ {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/workbook/table.py"/>
        <source>{table}: {total} = {parts}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/workbook/layout.py"/>
        <source>{value} is a part of itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/workbook/layout.py"/>
        <source>{value} is not a column width</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/workbook/layout.py"/>
        <source>{value} is not a whole number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/area.py"/>
        <source>{value} is not an area.</source>
        <translation>“{value}”不是面积数值。</translation>
    </message>
    <message>
        <location filename="../core/workbook/layout.py"/>
        <source>{value} stands twice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/workbook/layout.py"/>
        <source>“{value}” is not known here; possible: {allowed}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/exchange/plots.py"/>
        <source>… and {count} more.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LandLedgerPlugin</name>
    <message>
        <location filename="../plugin.py"/>
        <source>Land Ledger</source>
        <translation>土地台账</translation>
    </message>
    <message>
        <location filename="../plugin.py"/>
        <source>Land occupied by footprints…</source>
        <translation>红线占用分析…</translation>
    </message>
</context>
<context>
    <name>LandLedgerProvider</name>
    <message>
        <location filename="../processing/provider.py"/>
        <source>Land Ledger</source>
        <translation>土地台账</translation>
    </message>
    <message>
        <location filename="../processing/provider.py"/>
        <source>{module} can't be loaded:</source>
        <translation>{module} 加载失败：</translation>
    </message>
</context>
<context>
    <name>LedgerAlgorithm</name>
    <message>
        <location filename="../processing/base.py"/>
        <source>A Python package can't be loaded: {reason}. Repair or update the QGIS installation.</source>
        <translation>Python 组件加载失败：{reason}。请修复或更新 QGIS。</translation>
    </message>
    <message>
        <location filename="../processing/base.py"/>
        <source>Cancelled. Nothing was written.</source>
        <translation>已取消，未写出任何文件。</translation>
    </message>
    <message>
        <location filename="../processing/base.py"/>
        <source>File or folder {file} does not exist.</source>
        <translation>文件或文件夹 {file} 不存在。</translation>
    </message>
    <message>
        <location filename="../processing/base.py"/>
        <source>Internal error ({kind}: {reason}). Nothing can be concluded from this run; please send the log.</source>
        <translation>程序内部错误（{kind}：{reason}）。本次运行结果不能使用，请把日志发给开发人员。</translation>
    </message>
    <message>
        <location filename="../processing/base.py"/>
        <source>No permission for {file}. It may be open in another program (Excel, WPS, QGIS) or be read-only: close it or choose another name.</source>
        <translation>没有权限写 {file}。文件可能正被其他程序（Excel、WPS、QGIS）打开，或为只读：请关闭它或换一个文件名。</translation>
    </message>
    <message>
        <location filename="../processing/base.py"/>
        <source>Not enough memory. Close other programs or take a smaller area, then run it again.</source>
        <translation>内存不足。请关闭其他程序，或缩小范围后重新运行。</translation>
    </message>
    <message>
        <location filename="../processing/base.py"/>
        <source>The disk is full, nothing was written. Free some space or choose another folder. {file}</source>
        <translation>磁盘已满，未写出任何文件。请腾出空间或换一个文件夹。{file}</translation>
    </message>
    <message>
        <location filename="../processing/base.py"/>
        <source>The system refused a file: {reason}. {file}</source>
        <translation>系统拒绝读写文件：{reason}。{file}</translation>
    </message>
</context>
</TS>
