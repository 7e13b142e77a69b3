"""Rows of the table of size norms, shortened to what the rules read."""

import csv
from io import StringIO

from milpa.conglomerates.rules.size_norm import row

TABLE = """iso2,law,year,sector,class,workers_min,workers_max,sales_min,sales_max,sales_unit,rule
GT,A.G. 211-2015,2015,all,micro,1,10,1,190,monthly minimum wages,"both criteria; sales prevail if they disagree"
GT,A.G. 211-2015,2015,all,small,11,80,191,3700,monthly minimum wages,as above
GT,A.G. 211-2015,2015,all,medium,81,200,3701,15420,monthly minimum wages,as above
GT,A.G. 178-2001,2001,all,micro,1,10,,,,workers only
GT,A.G. 178-2001,2001,all,small,11,25,,,,workers only
GT,A.G. 178-2001,2001,all,medium,26,60,,,,workers only
SV,D.L. 667,2026,all,micro,1,10,0,500,"monthly minimum wages",both
SV,D.L. 667,2026,all,small,11,50,500,5000,"monthly minimum wages",both
NI,Ley 645,2008,all,micro,1,5,0,1000000,NIO per year,"workers, assets and sales"
NI,Ley 645,2008,all,small,6,30,1000000,9000000,NIO per year,"workers, assets and sales"
CR,Ley 8262,2015,by formula,micro,,,,,,score P <= 10
CR,Ley 8262,2015,by formula,small,,,,,,score 10 < P <= 35
CR,Ley 8262,2015,by formula,medium,,,,,,score 35 < P <= 100
CR,simplified,,all,micro,1,5,,150000000,CRC per year,indicative only
PA,Ley 33,2000,all,micro,,,0,150000,PAB (=USD) gross income per year,sales only
PA,Ley 33,2000,all,small,,,150000.01,1000000,PAB (=USD) gross income per year,sales only
MX,Estratificación,2009,all,micro,1,10,0,4,million MXN per year,combined ceiling 4.6
MX,Estratificación,2009,trade,small,11,30,4.01,100,million MXN per year,combined ceiling 93
MX,Estratificación,2009,industry and services,small,11,50,4.01,100,million MXN per year,combined ceiling 95
MX,Estratificación,2009,trade,medium,31,100,100.01,250,million MXN per year,combined ceiling 235
MX,Estratificación,2009,services,medium,51,100,100.01,250,million MXN per year,combined ceiling 235
MX,Estratificación,2009,industry,medium,51,250,100.01,250,million MXN per year,combined ceiling 250
DO,Ley 187-17,2025,all,micro (subsistence),1,2,0,856459.5,DOP gross sales per year,"both; if one is exceeded the higher class applies"
DO,Ley 187-17,2025,all,micro (accumulation),1,10,0,11419854.62,DOP gross sales per year,both
DO,Ley 187-17,2025,all,small,11,50,11419854.63,77084018.72,DOP gross sales per year,both
CO,Decreto 957,2019,manufacturing (and any sector not listed),micro,,,0,23563,UVT per year,"sales only; upper limit inclusive"
CO,Decreto 957,2019,manufacturing (and any sector not listed),small,,,23563,204995,UVT per year,"sales only; upper limit inclusive"
CO,Decreto 957,2019,services,micro,,,0,32988,UVT per year,"sales only; upper limit inclusive"
CO,Decreto 957,2019,services,small,,,32988,131951,UVT per year,"sales only; upper limit inclusive"
BO,Ley 947,2018,production,micro,1,9,0,600000,UFV per year,"combined index of workers, assets and sales"
CL,Ley 20.416,2010,all,micro,1,9,0,2400,UF of annual sales,two separate definitions: sales (economic law) and workers (labour law)
CL,Ley 20.416,2010,all,small,10,49,2400,25000,UF of annual sales,two separate definitions: sales (economic law) and workers (labour law)
BR,SEBRAE,,industry,micro,0,19,,,,workers only
BR,SEBRAE,,industry,small,20,99,,,,workers only
EU,2003/361/EC,2003,all,micro,0,9,,2,million EUR turnover per year,headcount AND (turnover OR balance sheet)
EU,2003/361/EC,2003,all,small,10,49,,10,million EUR turnover per year,headcount AND (turnover OR balance sheet)
"""
REST = {"note": "", "source": "", "source_kind": "sourced"}
ROWS = [row(cells | REST) for cells in csv.DictReader(StringIO(TABLE))]
