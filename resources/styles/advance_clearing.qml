<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.16-Białowieża" styleCategories="Symbology|Labeling|Forms|MapTips">
<fieldConfiguration>
<field name="OVERDUE">
<editWidget type="ValueMap">
<config>
<Option type="Map">
<Option type="List" name="map">
<Option type="Map">
<Option type="QString" name="逾期" value="1"/>
</Option>
<Option type="Map">
<Option type="QString" name="未逾期" value="0"/>
</Option>
</Option>
</Option>
</config>
</editWidget>
</field>
</fieldConfiguration>
<editform tolerant="1"></editform>
<editforminit/>
<editforminitcodesource>0</editforminitcodesource>
<editforminitfilepath></editforminitfilepath>
<editforminitcode><![CDATA[]]></editforminitcode>
<featformsuppress>0</featformsuppress>
<editorlayout>generatedlayout</editorlayout>
<editable/>
<labelOnTop/>
<reuseLastValue/>
<dataDefinedFieldProperties/>
<widgets/>
<mapTip></mapTip>
<layerGeometryType>4</layerGeometryType>
</qgis>
